#!/bin/sh
# Makes the data folder at the first start, then becomes PostgreSQL.
set -eu
PATH=/usr/local/pgsql/bin:/bin
data=${PGDATA:-/var/lib/postgresql/data/pgdata}
if [ ! -s "$data/PG_VERSION" ]; then
  mkdir -p "$data"
  chmod 700 "$data"
  (umask 077 && printf '%s' "$POSTGRES_PASSWORD" >/tmp/password)
  initdb -D "$data" -U "${POSTGRES_USER:-postgres}" --pwfile=/tmp/password --auth=scram-sha-256 -E UTF8 --locale=C
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
fi
# a volume's group may have been given rights at this mount
chmod 700 "$data"
exec postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp "$@"
