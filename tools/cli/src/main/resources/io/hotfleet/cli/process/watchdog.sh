#!/bin/sh
# Waits until the process that holds the other end of its standard input is gone, then ends what the records in
# folder $1 name: "pid startTicks boot signal", one file a process. An orderly end leaves no record, so there is
# nothing to do.
patience=$2 # tenths of a second until a process that was asked to end is killed
cat >/dev/null
boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null || echo unknown)

alive() { # pid startTicks boot: still this very process?
  [ "$3" = "$boot" ] || return 1
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  ticks=$2
  # the name in parentheses may hold anything, so count from its end
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  [ "$1" != Z ] && [ "${20}" = "$ticks" ]
}

await_end() { # pid startTicks boot
  tries=0
  while alive "$1" "$2" "$3" && [ $tries -lt "$patience" ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  ! alive "$1" "$2" "$3" || kill -s KILL "$1" 2>/dev/null
}

# services first, then their database
for stage in 1 2; do
  for record in "$1/$stage"-*; do
    [ -f "$record" ] || continue
    read -r pid ticks its_boot signal <"$record"
    ! alive "$pid" "$ticks" "$its_boot" || kill -s "$signal" "$pid" 2>/dev/null
  done
  for record in "$1/$stage"-*; do
    [ -f "$record" ] || continue
    read -r pid ticks its_boot signal <"$record"
    await_end "$pid" "$ticks" "$its_boot"
    rm -f "$record"
  done
done
