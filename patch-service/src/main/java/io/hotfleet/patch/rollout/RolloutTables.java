package io.hotfleet.patch.rollout;

import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.planner.Node.Failure;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.rollout.RolloutState.Name;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.hotfleet.rest.PageRequest;
import io.vertx.sqlclient.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rollouts of one fleet, and what the fleet's nodes say about them.
final class RolloutTables {
    private static final String COLUMNS =
            "rollout, product, month, appeared, state, reason, started, changed, version, accepted";
    private static final String ALL =
            "select " + COLUMNS + " from rollout where fleet = $1 and state = any($2) order by rollout";
    private static final String ONE = "select " + COLUMNS + " from rollout where fleet = $1 and rollout = $2";
    private static final String PAGE = "select " + COLUMNS + """
            \sfrom rollout where fleet = $1 and ($2::text is null or rollout > $2) and ($3::text is null or state = $3)
              and ($4::text is null or product = $4) and ($5::text is null or month = $5) order by rollout limit $6""";
    private static final String NEWEST = "select product, max(appeared) from rollout where fleet = $1 group by product";
    private static final String WRITE = """
            insert into rollout (fleet, rollout, product, month, appeared, state, reason, started, changed, version, accepted)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (fleet, rollout) do update set state = excluded.state, reason = excluded.reason,
              changed = excluded.changed, version = excluded.version, accepted = excluded.accepted""";
    private static final String DONE = "coalesce(n.kb = any($3), false)";
    private static final String GIVEN_UP = "coalesce(n.failed_kb = any($4) and n.failures >= $5, false)";
    private static final String OPEN = "not " + DONE + " and not " + GIVEN_UP;
    /// A node that went down in the middle of its command: its unit begins nothing else, and may wait for ever.
    private static final String WAITING = "(h.unit is not null or a.machine is not null)";
    private static final String REASON =
            "coalesce(a.name || ' is down and has yet to answer for ' || coalesce(u.command_kb, 'its fix'), h.reason)";
    private static final String HOLDS = """
            left join unit_hold h on h.fleet = m.fleet and h.unit = m.unit
              left join (machine a join node b on b.fleet = a.fleet and b.machine = a.machine and not b.online)
                on a.fleet = u.fleet and a.machine = u.command_machine and u.command is not null""";
    private static final String TALLY = """
            select u.ring, count(*)::int, count(*) filter (where %1$s)::int,
              count(*) filter (where n.failed_kb = any($4))::int, count(*) filter (where %2$s)::int,
              count(distinct m.unit) filter (where %3$s)::int,
              count(distinct m.unit) filter (where %3$s and %4$s)::int,
              (array_agg(%5$s order by m.name) filter (where %3$s and %4$s))[1]
            from machine m
              join node n using (fleet, machine)
              join unit u on u.fleet = m.fleet and u.unit = m.unit
              %6$s
            where m.fleet = $1 and m.product = $2 group by u.ring order by u.ring""".formatted(DONE, GIVEN_UP, OPEN, WAITING, REASON, HOLDS);
    private static final String UNITS = """
            select coalesce(c.name, min(m.name)), c.name is not null, u.ring, count(*)::int,
              count(*) filter (where %1$s)::int, count(*) filter (where n.failed_kb = any($4))::int,
              count(*) filter (where %2$s)::int, count(*) filter (where not n.online)::int,
              max(m.name) filter (where u.command is not null and u.command_machine = m.machine), max(%3$s)
            from machine m
              join node n using (fleet, machine)
              join unit u on u.fleet = m.fleet and u.unit = m.unit
              left join cluster c on c.fleet = m.fleet and c.unit = m.unit
              %4$s
            where m.fleet = $1 and m.product = $2
            group by m.unit, c.name, u.ring
            having $6::text is null or coalesce(c.name, min(m.name)) > $6
            order by 1 limit $7""".formatted(DONE, GIVEN_UP, REASON, HOLDS);

    private final Transaction transaction;
    private final int fleet;

    RolloutTables(Transaction transaction, int fleet) {
        this.transaction = transaction;
        this.fleet = fleet;
    }

    /// What a page is asked for; null for any.
    record Filter(String after, String state, String product, String month) {}

    /// Minute in which the newest rollout of a product appeared.
    record Newest(String product, long appeared) {}

    List<Rollout> in(Name... states) {
        return rollouts(transaction.rows(
                ALL, fleet, Arrays.stream(states).map(Name::name).toArray(String[]::new)));
    }

    List<Rollout> page(Filter filter, int limit) {
        return rollouts(
                transaction.rows(PAGE, fleet, filter.after(), filter.state(), filter.product(), filter.month(), limit));
    }

    /// Empty, or the one.
    List<Rollout> find(RolloutId id) {
        return rollouts(transaction.rows(ONE, fleet, id.value()));
    }

    List<Newest> newest() {
        List<Newest> found = new ArrayList<>();
        transaction.rows(NEWEST, fleet).forEach(row -> found.add(new Newest(row.getString(0), row.getInteger(1))));
        return found;
    }

    void write(Rollout rollout) {
        transaction.write(
                WRITE,
                fleet,
                rollout.key().id().value(),
                rollout.key().product(),
                rollout.key().month().toString(),
                (int) rollout.appeared(),
                rollout.state().name().name(),
                rollout.state().reason(),
                (int) rollout.started(),
                (int) rollout.changed(),
                rollout.version(),
                Arrays.stream(rollout.accepted()).boxed().toArray(Integer[]::new));
    }

    RolloutProgress progress(FleetPlan plan, Rollout.Key key, long appeared) {
        List<RolloutProgress.Ring> rings = new ArrayList<>();
        String hold = null;
        for (Row row : transaction.rows(
                TALLY, fleet, key.product(), done(plan, key, appeared), offered(plan, key), Failure.ATTEMPTS_MAX)) {
            rings.add(new RolloutProgress.Ring(
                    row.getInteger(0),
                    row.getInteger(1),
                    row.getInteger(2),
                    row.getInteger(3),
                    row.getInteger(4),
                    row.getInteger(5),
                    row.getInteger(6)));
            hold = hold == null ? row.getString(7) : hold;
        }
        return new RolloutProgress(rings, hold);
    }

    List<UnitView> units(FleetPlan plan, Rollout rollout, PageRequest page) {
        List<UnitView> units = new ArrayList<>();
        Rollout.Key key = rollout.key();
        for (Row row : transaction.rows(
                UNITS,
                fleet,
                key.product(),
                done(plan, key, rollout.appeared()),
                offered(plan, key),
                Failure.ATTEMPTS_MAX,
                page.after(),
                page.fetch())) {
            units.add(new UnitView(
                    row.getString(0),
                    row.getBoolean(1),
                    row.getInteger(2),
                    row.getInteger(3),
                    row.getInteger(4),
                    row.getInteger(5),
                    row.getInteger(6),
                    row.getInteger(7),
                    row.getString(8),
                    row.getString(9)));
        }
        return units;
    }

    /// Whoever has a release that appeared then or later has what the rollout brings.
    private static String[] done(FleetPlan plan, Rollout.Key key, long appeared) {
        return plan.catalogue().releases(key.product()).stream()
                .filter(release -> release.releaseDate() != null && Minutes.of(release.appears()) >= appeared)
                .map(Release::kb)
                .toArray(String[]::new);
    }

    private static String[] offered(FleetPlan plan, Rollout.Key key) {
        return plan.offers(key.product()).stream()
                .filter(offer -> offer.month().equals(key.month()))
                .flatMap(offer -> offer.rows().stream())
                .map(Offer.Dated::release)
                .map(Release::kb)
                .toArray(String[]::new);
    }

    private static List<Rollout> rollouts(Iterable<Row> rows) {
        List<Rollout> found = new ArrayList<>();
        for (Row row : rows) {
            Rollout.Key key = new Rollout.Key(
                    new RolloutId(row.getString(0)), row.getString(1), YearMonth.parse(row.getString(2)));
            found.add(new Rollout(
                    key,
                    row.getInteger(3),
                    RolloutState.of(Name.valueOf(row.getString(4)), row.getString(5)),
                    row.getInteger(6),
                    row.getInteger(7),
                    row.getInteger(8),
                    Arrays.stream(row.getArrayOfIntegers(9))
                            .mapToInt(Integer::intValue)
                            .toArray()));
        }
        return found;
    }
}
