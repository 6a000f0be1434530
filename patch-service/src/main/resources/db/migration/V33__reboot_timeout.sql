-- How long, in real seconds, a machine may be silent that has a command to answer: it installs, or restarts.
alter table live_fleet add column reboot_timeout_seconds integer not null default 900;
