-- Machines that left a live fleet for good: whose a number in the history was, and what the fleet's figures keep of it.
-- `departed` is the fleet's minute.
create table departed_machine (
    fleet integer not null,
    machine integer not null,
    name text collate "C" not null,
    unit integer not null,
    clustered boolean not null,
    product text not null,
    departed integer not null,
    restarts integer not null,
    down_seconds integer not null,
    fixed boolean not null,
    interruption_seconds integer not null,
    primary key (fleet, machine)
);

create index departed_machine_name on departed_machine (fleet, name);

-- A unit is there as long as it has machines: a cluster without any has nothing that could be due.
delete from unit u where not exists (select from machine m where m.fleet = u.fleet and m.unit = u.unit);
