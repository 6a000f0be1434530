-- A rehearsal whose simulator has ended may be played again, from its request; that is kept, compressed, until the end.
alter table rehearsal add column attempt integer not null default 1;
alter table rehearsal add column request bytea;
alter table rehearsal add column request_too_large boolean not null default false;

-- It is compressed already.
alter table rehearsal alter column request set storage external;
