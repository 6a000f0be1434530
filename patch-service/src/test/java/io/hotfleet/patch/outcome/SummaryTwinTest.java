package io.hotfleet.patch.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.outcome.SlowSummary.Event;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the database sums up over a history that nobody planned is what plain loops over the same rows give.
@QuarkusTest
class SummaryTwinTest {
    private static final String SERVER = "windows-server-2025";
    private static final String AZURE = "windows-server-2022-azure-edition";
    private static final int MACHINES = 24;
    private static final int NODES = 6;
    private static final int EVENTS = 400;
    private static final long FIRST = Minutes.of(Instant.parse("2025-01-01T00:00:00Z"));
    private static final int MINUTES = 365 * 1_440;
    private static final String ADD = """
            insert into history (fleet, machine, seq, at, outcome, fix, kb, roles, drain_seconds, install_seconds, down_seconds,
              on_track, track_moved, hooks, patch_kib, retained_kib)
            select $1, n.machine, n.seq, n.at, n.outcome, n.fix, n.kb, n.roles, n.drain, 0, n.down, false, false, 0, 0, 0
            from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::bool[], $7::text[], $8::int[], $9::int[], $10::int[])
              n (machine, seq, at, outcome, fix, kb, roles, drain, down)""";

    @Inject
    Database database;

    @Inject
    Fleets fleets;

    static LongStream seeds() {
        Long one = Long.getLong("summary.seed");
        return one == null ? LongStream.rangeClosed(1, 5) : LongStream.of(one);
    }

    @ParameterizedTest(name = "-Dsummary.seed={0}")
    @MethodSource("seeds")
    void sumsAreThoseOfPlainLoops(long seed) {
        String id = "twin-" + seed;
        enter(id);
        Random random = new Random(seed);

        SlowSummary slow = database.inTransaction(transaction -> {
            FleetRow fleet = fleets.read(transaction, new FleetId(id));
            Catalogue catalogue = fleets.known(transaction, fleet).plan().catalogue();
            List<Event> events = events(random, catalogue);
            add(transaction, fleet.number(), events);
            return new SlowSummary(catalogue, events);
        });
        JsonNode summary = Api.get("fleets/" + id + "/summary");

        assertThat(summary.get("exposureDays")).isEqualTo(slow.exposureDays());
        assertThat(summary.get("roleMoves").asLong()).isEqualTo(slow.roleMoves(1, NODES));
        assertThat(summary.get("roleInterruptionMinutes").decimalValue())
                .isEqualByComparingTo(slow.interruptionMinutes(1, NODES));
        assertThat(summary.get("months")).isNotEmpty().allSatisfy(slow::agrees);
        assertThat(installed(summary)).isEqualTo(slow.installed());
        JsonNode cluster = summary.get("clusters").get(0);
        assertThat(cluster.get("restarts").asLong()).isEqualTo(slow.restarts(1, NODES));
        assertThat(cluster.get("roleMoves").asLong()).isEqualTo(slow.roleMoves(1, NODES));
        assertThat(cluster.get("nodeDowntimeMinutes").asLong()).isEqualTo(slow.downMinutes(1, NODES));
    }

    private static long installed(JsonNode summary) {
        return summary.get("months")
                .valueStream()
                .mapToLong(month -> month.get("hotpatched").asLong()
                        + month.get("restarted").asLong())
                .sum();
    }

    /// The first machines are the nodes of a cluster with one generic role each; machines get their numbers in order.
    private static void enter(String id) {
        Api.call("DELETE", "fleets/" + id, null);
        Api.put("fleets/" + id, "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}")
                .ok();
        List<String> nodes = Stream.iterate(1, n -> n <= NODES, n -> n + 1)
                .map("m-%02d"::formatted)
                .toList();
        Api.put("fleets/" + id + "/clusters", List.of(Map.of("cluster", "c", "nodes", nodes)))
                .ok();
        List<Map<String, Object>> machines = new ArrayList<>();
        for (int number = 1; number <= MACHINES; number++) {
            String name = "m-%02d".formatted(number);
            machines.add(
                    number <= NODES
                            ? Map.of("machine", name, "product", SERVER, "cluster", "c")
                            : Map.of("machine", name, "product", product(number)));
        }
        Api.put("fleets/" + id + "/machines", machines).ok();
    }

    private static String product(int machine) {
        return machine <= NODES || machine % 3 > 0 ? SERVER : AZURE;
    }

    private static List<Event> events(Random random, Catalogue catalogue) {
        List<Event> events = new ArrayList<>();
        for (int seq = 1; seq <= EVENTS; seq++) {
            int machine = 1 + random.nextInt(MACHINES);
            List<Release> dated = catalogue.releases(product(machine)).stream()
                    .filter(release -> release.releaseDate() != null)
                    .toList();
            boolean drained = machine <= NODES && random.nextBoolean();
            events.add(new Event(
                    machine,
                    seq,
                    product(machine),
                    FIRST + random.nextInt(MINUTES),
                    random.nextInt(4),
                    random.nextInt(8) == 0,
                    dated.get(random.nextInt(dated.size())).kb(),
                    drained ? 1 + random.nextInt(3) : 0,
                    random.nextBoolean() ? random.nextInt(90) : 0,
                    random.nextInt(900)));
        }
        return events;
    }

    private static void add(Transaction transaction, int fleet, List<Event> events) {
        transaction.write(
                ADD,
                fleet,
                column(events, Event::machine, Integer[]::new),
                column(events, Event::seq, Integer[]::new),
                column(events, event -> (int) event.at(), Integer[]::new),
                column(events, Event::outcome, Integer[]::new),
                column(events, Event::fix, Boolean[]::new),
                column(events, Event::kb, String[]::new),
                column(events, Event::roles, Integer[]::new),
                column(events, Event::drainSeconds, Integer[]::new),
                column(events, Event::downSeconds, Integer[]::new));
    }

    private static <T> T[] column(List<Event> events, Function<Event, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
