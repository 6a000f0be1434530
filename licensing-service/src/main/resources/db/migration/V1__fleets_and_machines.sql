create table fleet (
    id text primary key,
    -- null: the fleet lives on the wall clock
    at timestamptz,
    until timestamptz
);

-- A set of facts is stored once a fleet; its id is a digest of its text, so that writers need not look it up.
create table fact_set (
    fleet text not null references fleet on delete cascade,
    id uuid not null,
    facts jsonb not null,
    primary key (fleet, id)
);

-- What a machine's facts were from which minute on. Machines with the same history share one row:
-- gates and bills are worked out once for all of them.
create table timeline (
    fleet text not null references fleet on delete cascade,
    id uuid not null,
    since timestamptz[] not null,
    facts uuid[] not null,
    primary key (fleet, id)
);

-- No foreign key to timeline: both are written in one transaction and removed with the fleet alone.
create table machine (
    fleet text not null references fleet on delete cascade,
    name text collate "C" not null,
    cluster text collate "C",
    hardware_id text,
    timeline uuid not null,
    primary key (fleet, name)
);

create unique index machine_hardware on machine (fleet, hardware_id) where hardware_id is not null;
create index machine_cluster on machine (fleet, cluster, timeline) where cluster is not null;

create table signing_key (
    kid text primary key,
    -- a JSON Web Key with its private part: never logged, never in an answer
    jwk text not null,
    created_at timestamptz not null
);
