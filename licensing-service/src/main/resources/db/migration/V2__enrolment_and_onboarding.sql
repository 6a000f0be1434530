-- What the licence's switch of a live machine brought about last; the state of now follows from it and the time.
create table licence (
    fleet text not null,
    machine text collate "C" not null,
    state text not null check (state in ('Disabled', 'Enabling', 'Enabled', 'Disabling', 'Failed')),
    since timestamptz not null,
    until timestamptz,
    obstacle text,
    given_back boolean not null,
    primary key (fleet, machine),
    foreign key (fleet, machine) references machine on delete cascade
);

create table onboarding_token (
    id uuid primary key,
    fleet text not null references fleet on delete cascade,
    label text,
    -- SHA-256 of the secret, which is shown once and kept nowhere
    hash text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    uses_max int not null,
    uses int not null default 0
);

create index onboarding_token_fleet on onboarding_token (fleet, id);
