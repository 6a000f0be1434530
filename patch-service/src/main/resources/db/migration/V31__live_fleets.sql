-- What only live fleets have. Real times are milliseconds since 1970, fleet times minutes as elsewhere.

-- A fleet's clock: it showed `fleet_ms` at `real_ms` and runs `factor` times as fast as a real one.
create table live_fleet (
    fleet integer primary key,
    real_ms bigint not null,
    fleet_ms bigint not null,
    factor double precision not null,
    heartbeat_seconds integer
) with (fillfactor = 50);

insert into live_fleet (fleet, real_ms, fleet_ms, factor)
select fleet, 0, 0, 1 from fleet where definition::json ->> 'from' is null;

-- When a machine was last heard of; 0 after it said that it goes.
create table heartbeat (
    fleet integer not null,
    machine integer not null,
    seen_ms bigint not null,
    primary key (fleet, machine)
) with (fillfactor = 50);

-- Units that have work which must wait for something else than a time, and for what.
create table unit_hold (
    fleet integer not null,
    unit integer not null,
    since integer not null,
    reason text not null,
    primary key (fleet, unit)
);

-- One month of one product. `accepted` failures of each ring do not count any more: somebody resumed in spite of them.
create table rollout (
    fleet integer not null,
    rollout text collate "C" not null,
    product text not null,
    month text not null,
    appeared integer not null,
    state text not null,
    reason text,
    started integer not null,
    changed integer not null,
    version integer not null,
    accepted integer[] not null,
    primary key (fleet, rollout)
) with (fillfactor = 50);
