-- Manifests of the packages that nodes of a fleet were offered and found intact.
create table live_package (
    fleet bigint not null references live_fleet (number) on delete cascade,
    digest text not null,
    manifest text not null,
    primary key (fleet, digest)
);
