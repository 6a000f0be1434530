-- The catalogue. Rows are as the release data has them; `imported` sets those apart that somebody brought in over REST.
create table release (
    product      text    not null,
    kb           text    not null,
    month        text    not null check (month ~ '^\d{4}-\d{2}$'),
    release_date date,
    kind         text    not null check (kind in ('BASELINE', 'HOTPATCH', 'CUMULATIVE', 'OUT_OF_BAND')),
    build        integer,
    revision     integer,
    planned      boolean not null,
    restart      text    not null check (restart in ('ALWAYS', 'NEVER', 'WSUS_ROLE_ONLY')),
    track        text    not null check (track in ('SETS', 'KEEPS', 'BREAKS')),
    baseline     text,
    confidence   text,
    source       text,
    note         text,
    imported     boolean not null,
    primary key (product, kb)
);

-- One row. Every change of the catalogue raises it first: the row lock puts changes in order, and replicas see by it
-- that their copy is old.
create table catalogue_version (
    one     boolean primary key default true check (one),
    version bigint not null
);
insert into catalogue_version (version) values (1);
