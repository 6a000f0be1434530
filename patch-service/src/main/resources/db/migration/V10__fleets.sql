-- Every key starts with the fleet. Times are minutes since 1970 in UTC. What reports change lies in narrow tables of
-- their own, with room on each page for updates in place.

create table fleet (
    fleet integer generated always as identity primary key,
    id text collate "C" not null unique,
    definition text not null,
    releases text not null,
    started integer not null,
    clock integer not null,
    cursor bigint not null default 0,
    swept integer not null default 0,
    units integer not null default 0,
    machines integer not null default 0,
    topology integer not null default 0,
    entitlements integer not null default 0,
    ringed integer not null default -1
) with (fillfactor = 50);

create table cluster (
    fleet integer not null,
    unit integer not null,
    name text collate "C" not null,
    witness text not null,
    roles text[] not null,
    nodes text[] not null,
    window_text text,
    fingerprint text not null,
    primary key (fleet, unit),
    unique (fleet, name)
);

-- Votes, and the figures that follow from them.
create table cluster_state (
    fleet integer not null,
    unit integer not null,
    nodes smallint not null,
    witness boolean not null,
    up bigint not null,
    votes bigint not null,
    witness_votes boolean not null,
    basis bigint not null,
    basis_witness boolean not null,
    changed integer not null,
    running boolean not null,
    lost_since integer not null,
    lost_minutes integer not null,
    losses integer not null,
    down_max smallint not null,
    work integer not null,
    work_window integer not null,
    overruns integer not null,
    restart_position smallint not null,
    restart_from integer not null,
    restart_to integer not null,
    primary key (fleet, unit)
) with (fillfactor = 70);

create table machine (
    fleet integer not null,
    machine integer not null,
    name text collate "C" not null,
    unit integer not null,
    product text not null,
    roles text not null,
    window_text text,
    baseline text,
    on_track boolean not null,
    fingerprint text not null,
    primary key (fleet, machine),
    unique (fleet, name)
);

-- No index but the key: what is due is found by one sweep through the fleet's units for each `until` (`fleet.swept`), so
-- that every update stays in its page.
create table unit (
    fleet integer not null,
    unit integer not null,
    ring smallint not null,
    at integer not null,
    due integer,
    rested_from integer not null,
    settled smallint not null,
    command bigint,
    command_at integer,
    command_machine integer,
    command_fix boolean,
    command_kb text,
    command_hotpatch boolean,
    command_restart boolean,
    command_roles smallint,
    command_reason text,
    primary key (fleet, unit)
) with (fillfactor = 60);

-- The commands that a live fleet's nodes have yet to answer: their feed. Rehearsals hand commands out in the step's answer.
create table open_command (
    fleet integer not null,
    command bigint not null,
    unit integer not null,
    primary key (fleet, command)
);

create table node (
    fleet integer not null,
    machine integer not null,
    seq integer not null,
    kb text,
    baseline text,
    on_track boolean not null,
    online boolean not null,
    fix smallint not null,
    failed_kb text,
    failures smallint not null,
    retry_at integer not null,
    restarts integer not null,
    hotpatches integer not null,
    down_seconds integer not null,
    vbs text,
    hooks integer not null,
    patch_kib integer not null,
    retained_kib integer not null,
    primary key (fleet, machine)
) with (fillfactor = 60);

-- Append only; what a report said, under which command, and the track after it.
create table history (
    fleet integer not null,
    machine integer not null,
    seq integer not null,
    at integer not null,
    command bigint,
    outcome smallint not null,
    fix boolean not null,
    kb text,
    reason text,
    state text,
    roles smallint not null,
    drain_seconds integer not null,
    install_seconds integer not null,
    down_seconds integer not null,
    baseline text,
    on_track boolean not null,
    track_moved boolean not null,
    hooks integer not null,
    patch_kib integer not null,
    retained_kib integer not null,
    primary key (fleet, machine, seq)
);

create table entitlement (
    fleet integer not null,
    machine integer not null,
    valid_from integer not null,
    valid_until integer not null,
    hotpatch boolean not null,
    gates text not null,
    revision integer not null,
    primary key (fleet, machine, valid_from)
);

create index entitlement_revision on entitlement (fleet, revision);

-- How many units of a ring have yet to settle an offer, and when the last one did. Fleets with one ring have no rows.
create table ring_progress (
    fleet integer not null,
    product text not null,
    offer smallint not null,
    ring smallint not null,
    unsettled integer not null,
    settled_at integer not null,
    primary key (fleet, product, offer, ring)
) with (fillfactor = 50);
