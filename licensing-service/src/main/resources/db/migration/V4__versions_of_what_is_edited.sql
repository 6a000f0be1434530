-- Counts of edits: who edits what somebody else has edited meanwhile is told so.
alter table fleet add column version int not null default 0;
alter table onboarding_token add column version int not null default 0;
