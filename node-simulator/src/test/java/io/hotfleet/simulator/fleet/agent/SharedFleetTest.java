package io.hotfleet.simulator.fleet.agent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.postgres.Statements;
import io.hotfleet.simulator.client.FakeFeed;
import io.hotfleet.simulator.client.LiveFeed;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import io.hotfleet.simulator.fleet.FleetConfig;
import io.hotfleet.simulator.fleet.FleetService;
import io.hotfleet.simulator.fleet.node.InputLog;
import io.hotfleet.simulator.fleet.node.NodeCache;
import io.hotfleet.simulator.fleet.sharding.Shard;
import io.hotfleet.simulator.packages.FleetPackages;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several simulators on one database, each with its own memory: one after the other, between each other, at once.
@QuarkusTest
class SharedFleetTest {
    private static final Instant DAY = Instant.parse("2025-02-11T18:00:00Z");
    private static final int EXCHANGE_SECONDS = 20;
    private static final int EXCHANGES = 20;
    private static final String[] ALL =
            IntStream.rangeClosed(1, 12).mapToObj("web-%02d"::formatted).toArray(String[]::new);

    @Inject
    FakeFeed patch;

    @Inject
    FleetService fleets;

    @Inject
    InputLog log;

    @Inject
    FleetPackages packages;

    @Inject
    Statements sql;

    @Inject
    FleetConfig config;

    @BeforeEach
    void nothingIsAsked() {
        patch.forget();
    }

    @Test
    void eachSimulatorHandlesTheCommandsOfItsOwnNodes() {
        fleet("parted");
        patch.ask(DAY, "KB2", ALL);
        Shard share = new Shard(1, 3);
        UpdateAgent rim = simulator(patch);

        play("parted", () -> rim.exchange("parted", share));

        long number = fleets.require("parted").fleet().number();
        assertThat(patch.ended().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ALL).filter(node -> share.has(number, node)).toList());
    }

    /// Every exchange with another number: most nodes change hands again and again, in the middle of an installation.
    @Test
    void aNodeThatMovesGoesOnWhereItWas() {
        fleet("staying");
        patch.ask(DAY, "KB2", ALL);
        UpdateAgent one = simulator(patch);
        play("staying", () -> one.exchange("staying", Shard.ALL));
        List<String> undisturbed = told();
        patch.forget();
        fleet("moving");
        patch.ask(DAY, "KB2", ALL);
        List<UpdateAgent> rims =
                Stream.generate(() -> simulator(patch)).limit(4).toList();
        List<Integer> counts = new ArrayList<>();

        play("moving", () -> {
            counts.add(1 + counts.size() % rims.size());
            int replicas = counts.getLast();
            for (int ordinal = 0; ordinal < replicas; ordinal++) {
                rims.get(ordinal).exchange("moving", new Shard(ordinal, replicas));
            }
        });

        assertThat(told()).isEqualTo(undisturbed).hasSizeGreaterThan(3 * ALL.length);
    }

    /// The first simulator exchanges all it has while the second one, with an old number, is in the middle of its own.
    @Test
    void whoComesSecondToAnAnswerLosesNothingElse() {
        fleet("single");
        patch.ask(DAY, "KB2", ALL);
        UpdateAgent one = simulator(patch);
        List<List<String>> undisturbed = endings("single", () -> one.exchange("single", Shard.ALL));
        patch.forget();
        fleet("double");
        patch.ask(DAY, "KB2", ALL);
        Shard fresh = new Shard(0, 2);
        UpdateAgent first = simulator(patch);
        UpdateAgent second = simulator(new Interrupted(patch, () -> first.exchange("double", fresh)));

        List<List<String>> ended = endings("double", () -> second.exchange("double", Shard.ALL));

        assertThat(ended).isEqualTo(undisturbed);
        assertAllIsDoneOnce("double");
    }

    @Test
    void simulatorsThatHoldTheSameNodesAtOnceDoEverythingOnce() {
        fleet("crowd");
        patch.ask(DAY, "KB2", ALL);
        List<UpdateAgent> rims =
                Stream.generate(() -> simulator(patch)).limit(3).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            play("crowd", () -> CompletableFuture.allOf(rims.stream()
                            .map(rim -> CompletableFuture.runAsync(() -> rim.exchange("crowd", Shard.ALL), threads))
                            .toArray(CompletableFuture[]::new))
                    .join());
        }

        assertAllIsDoneOnce("crowd");
    }

    private void assertAllIsDoneOnce(String fleet) {
        assertThat(patch.ended())
                .hasSize(ALL.length)
                .containsValues("INSTALLED")
                .doesNotContainValue("FAILED");
        assertThat(patch.applied())
                .filteredOn(report -> !report.outcome().equals("PROGRESS"))
                .as("one end a command")
                .extracting(LiveReport::command)
                .doesNotHaveDuplicates();
        assertThat(patch.received())
                .extracting(report -> report.machine() + " " + report.seq())
                .doesNotHaveDuplicates();
        for (String node : ALL) {
            List<String> offers = given().get("/api/v1/fleets/" + fleet + "/nodes/" + node + "/timeline")
                    .path("items.findAll { it.text == 'offered' }.text");
            assertThat(offers).as(node).hasSize(1);
        }
    }

    /// What was said of each node, in order; without the numbers of commands, which differ.
    private List<String> told() {
        return patch.received().stream()
                .sorted(Comparator.comparing(LiveReport::machine).thenComparingInt(LiveReport::seq))
                .map(report -> "%s %d %s %s %s, %d s, %d hooks"
                        .formatted(
                                report.machine(),
                                report.seq(),
                                report.at(),
                                report.outcome(),
                                report.state(),
                                report.installSeconds(),
                                report.hooks()))
                .toList();
    }

    /// The nodes that have ended, after each exchange.
    private List<List<String>> endings(String fleet, Runnable exchange) {
        List<List<String>> ended = new ArrayList<>();
        play(fleet, () -> {
            exchange.run();
            ended.add(List.copyOf(patch.ended().keySet()));
        });
        return ended;
    }

    private UpdateAgent simulator(LiveFeed feed) {
        return new UpdateAgent(fleets, new NodeCache(log, packages, config), log, feed, packages);
    }

    private static void play(String fleet, Runnable exchange) {
        for (int i = 1; i <= EXCHANGES; i++) {
            exchange.run();
            clock(fleet, DAY.plusSeconds((long) i * EXCHANGE_SECONDS));
        }
    }

    private static void fleet(String name) {
        given().contentType("application/json")
                .body("""
                {"seed": 5, "from": "2025-01-15T00:00:00Z", "patchFleet": "live",
                 "nodes": [{"names": "web-[01-12]"}]}""")
                .put("/api/v1/fleets/" + name)
                .then()
                .statusCode(201);
        clock(name, DAY);
    }

    private static void clock(String fleet, Instant to) {
        given().contentType("application/json")
                .body("{\"to\": \"" + to + "\"}")
                .post("/api/v1/fleets/" + fleet + "/clock")
                .then()
                .statusCode(200);
    }

    /// Something else happens after the commands were read.
    private record Interrupted(LiveFeed feed, Runnable meanwhile) implements LiveFeed {
        @Override
        public List<Order> open(String fleet) {
            List<Order> open = feed.open(fleet);
            meanwhile.run();
            return open;
        }

        @Override
        public Taken report(String fleet, List<LiveReport> reports) {
            return feed.report(fleet, reports);
        }
    }
}
