-- The clock of a live fleet showed `fleet_ms` at `real_ms` (both milliseconds since 1970) and runs `factor` times as
-- fast as a real one; a rehearsal has none.
alter table fleet
    add column real_ms bigint,
    add column fleet_ms bigint,
    add column factor double precision,
    -- as it was told when the fleet was set up, so that the same body again is known as such
    add column clock_at timestamptz,
    add column clock_factor double precision;

update fleet set real_ms = 0, fleet_ms = 0, factor = 1 where at is null;

alter table fleet add constraint live_fleets_have_clocks check (num_nulls(at, real_ms) = 1
    and num_nulls(real_ms, fleet_ms, factor) in (0, 3) and (at is null or num_nonnulls(clock_at, clock_factor) = 0));
