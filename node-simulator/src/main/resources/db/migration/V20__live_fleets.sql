-- Live simulated fleets: a fleet is its definition, what its nodes are follows from that and from their inputs.
create table live_fleet (
    number bigint generated always as identity unique,
    name text primary key,
    created_at timestamptz not null,
    request_hash text not null,
    definition text not null,
    products text[] not null,
    clock text not null check (clock in ('manual', 'live')),
    -- Where a manual clock stands.
    now_seconds bigint not null
);

-- What happened to nodes from outside, in order. Never changed, never deleted but with the fleet.
create table live_input (
    fleet bigint not null references live_fleet (number) on delete cascade,
    node text not null,
    seq integer not null,
    at_seconds bigint not null,
    idempotency_key text,
    input text not null,
    primary key (fleet, node, seq)
);

create unique index live_input_key on live_input (fleet, node, idempotency_key) where idempotency_key is not null;
