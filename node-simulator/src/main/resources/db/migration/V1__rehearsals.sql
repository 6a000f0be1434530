-- One row a rehearsal. The report is kept as the very bytes that were first answered.
create table rehearsal (
    number bigint generated always as identity unique,
    id text primary key,
    created_at timestamptz not null,
    ended_at timestamptz,
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    reason text,
    fleet text not null,
    servers integer not null,
    period_from text not null,
    period_to text not null,
    idempotency_key text unique,
    request_hash text not null,
    plays text[] not null,
    cleaned boolean not null default false,
    reports bigint not null default 0,
    rounds bigint not null default 0,
    report bytea
);

-- Fleets that may still exist in the other services: few at any time.
create index rehearsal_uncleaned on rehearsal (number) where not cleaned;
