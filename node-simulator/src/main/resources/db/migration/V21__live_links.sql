-- The live fleet of patch-service whose commands the nodes take; null for none.
alter table live_fleet add column patch_fleet text;

-- How far each node has counted its reports, and what the last one said.
create table live_link (
    fleet bigint not null references live_fleet (number) on delete cascade,
    node text not null,
    seq integer not null,
    told text not null,
    primary key (fleet, node)
);
