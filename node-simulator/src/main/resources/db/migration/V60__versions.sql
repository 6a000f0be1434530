-- What people edit carries a version: whoever edits a row that somebody else has changed meanwhile learns of it.
alter table rehearsal add column version integer not null default 0;
alter table live_fleet add column version integer not null default 0;
