-- Several simulators may share this database: each rehearsal belongs to the one that plays it, for as long as that one
-- is heard of.
alter table rehearsal add column owner text not null default 'simulator';
alter table rehearsal add column heard_at timestamptz not null default now();

create index rehearsal_unfinished on rehearsal (owner) where state in ('QUEUED', 'RUNNING');
