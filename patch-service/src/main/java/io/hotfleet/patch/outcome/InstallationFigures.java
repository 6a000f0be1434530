package io.hotfleet.patch.outcome;

import io.hotfleet.patch.outcome.OfferLines.Membership;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was installed, by line; counted by the database, where the history lies.
final class InstallationFigures {
    private static final String INSTALLED = """
            select r.line, h.machine, h.outcome, h.kb, h.down_seconds, greatest(h.at - r.appears, 0) exposure, m.here
            from history h
            join (select machine, product, true here from machine where fleet = $1
                  union all
                  select machine, product, false from departed_machine where fleet = $1) m using (machine)
            join unnest($2::text[], $3::text[], $4::int[], $5::int[]) r (product, kb, line, appears)
              on r.product = m.product and r.kb = h.kb
            where h.fleet = $1 and h.outcome in (0, 1) and not h.fix""";
    private static final String COUNTS = "with i as (" + INSTALLED + """
            ) select line, count(*) filter (where outcome = 0), count(*) filter (where outcome = 1), sum(down_seconds),
              count(distinct machine), count(distinct machine) filter (where here), array_agg(distinct kb),
              percentile_disc(0.5) within group (order by exposure),
              percentile_disc(0.9) within group (order by exposure), max(exposure)
            from i group by grouping sets ((line), ())""";
    private static final String RANKED = "with i as (" + INSTALLED + """
            ), firsts as (select line, machine, min(exposure) exposure from i group by line, machine),
            ranked as (select line, exposure, row_number() over (partition by line order by exposure) place from firsts)
            select line, exposure from ranked join unnest($6::int[], $7::int[]) w (line, place) using (line, place)""";

    private final Object[] parameters;
    private final Transaction transaction;
    private final Map<Integer, Count> byLine = new HashMap<>();

    /// @param machines that have had it, each counted once, and `here` those that the fleet still has
    /// @param median of the minutes from appearance to installation, nearest-rank, like `p90`
    record Count(
            int hotpatched,
            int restarted,
            long downSeconds,
            int machines,
            int here,
            List<String> kbs,
            int median,
            int p90,
            int max) {
        static final Count NONE = new Count(0, 0, 0, 0, 0, List.of(), 0, 0, 0);
    }

    private InstallationFigures(Transaction transaction, int fleet, List<Membership> releases) {
        this.transaction = transaction;
        this.parameters = new Object[] {
            fleet,
            releases.stream().map(Membership::product).toArray(String[]::new),
            releases.stream().map(m -> m.row().release().kb()).toArray(String[]::new),
            releases.stream().map(Membership::line).toArray(Integer[]::new),
            releases.stream().map(m -> (int) m.row().appears()).toArray(Integer[]::new)
        };
    }

    static InstallationFigures read(Transaction transaction, int fleet, List<Membership> releases) {
        InstallationFigures installations = new InstallationFigures(transaction, fleet, releases);
        transaction
                .rows(COUNTS, installations.parameters)
                .forEach(row -> installations.byLine.put(row.getInteger(0), count(row)));
        return installations;
    }

    Count of(int line) {
        return byLine.getOrDefault(line, Count.NONE);
    }

    /// Over all lines.
    Count total() {
        Count total = byLine.get(null);
        return total.hotpatched() + total.restarted() == 0 ? Count.NONE : total;
    }

    /// The minutes until so many machines had it, by line; a line without so many is missing.
    Map<Integer, Integer> minutesTo(Map<Integer, Integer> places) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        List<Integer> lines = List.copyOf(places.keySet());
        all.add(lines.toArray(Integer[]::new));
        all.add(lines.stream().map(places::get).toArray(Integer[]::new));
        Map<Integer, Integer> minutes = new HashMap<>();
        transaction.rows(RANKED, all.toArray()).forEach(row -> minutes.put(row.getInteger(0), row.getInteger(1)));
        return minutes;
    }

    private static Count count(Row row) {
        return row.getInteger(1) + row.getInteger(2) == 0
                ? Count.NONE
                : new Count(
                        row.getInteger(1),
                        row.getInteger(2),
                        row.getLong(3),
                        row.getInteger(4),
                        row.getInteger(5),
                        List.of(row.getArrayOfStrings(6)),
                        row.getInteger(7),
                        row.getInteger(8),
                        row.getInteger(9));
    }
}
