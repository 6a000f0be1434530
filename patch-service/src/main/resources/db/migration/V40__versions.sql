-- What people edit carries a version: whoever edits a row that somebody else has changed meanwhile learns of it.
alter table release add column version integer not null default 0;
alter table package add column version integer not null default 0;
alter table package_key add column version integer not null default 0;
alter table fleet add column version integer not null default 0;
alter table cluster add column version integer not null default 0;
-- what a live fleet is told since somebody has changed it; `definition` stays what it was made with
alter table fleet add column edited text;
