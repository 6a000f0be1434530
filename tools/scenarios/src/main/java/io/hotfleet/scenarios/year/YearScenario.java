package io.hotfleet.scenarios.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import io.hotfleet.scenarios.kubernetes.CrashLoopBackOff;
import io.hotfleet.scenarios.kubernetes.PodCluster;
import io.hotfleet.scenarios.kubernetes.PodCluster.Seen;
import io.hotfleet.scenarios.suite.LiveFleet;
import io.hotfleet.scenarios.suite.LiveFleet.Rollout;
import io.hotfleet.scenarios.suite.Outcome;
import io.hotfleet.scenarios.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The real releases of 2025 on three clusters at once; then a Kubernetes node loses its power before the next
/// baseline.
///
/// A month may not end while its rollout runs: where machines are slow, the clock of a fleet that is not done by day 18
/// crawls until it is. What it loses by that it makes up for while no rollout runs.
public final class YearScenario {

    private static final String KB_BEFORE = "KB5048667";
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant OVER = Instant.parse("2025-12-31T00:00:00Z");
    private static final int RESTARTS_CUMULATIVE = 12;
    private static final int RESTARTS_HOTPATCHED = 4;
    private static final int MONTH_SECONDS = 2_628_000;
    private static final Duration DONE_BY = Duration.ofDays(18);
    // decisions come by the minute: a clock that stands would see none
    private static final double CRAWL = 240;
    private static final int HURRY = 8;
    private static final Duration BEHIND = Duration.ofDays(3);
    private static final Duration LONGEST = Duration.ofMinutes(45);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int TURNS_BETWEEN_LINES = 15;

    private final Suite suite;
    private final double factor;
    private final Map<ClusterVariant, LiveFleet> fleets = new EnumMap<>(ClusterVariant.class);
    private final Map<ClusterVariant, PodCluster> clusters = new EnumMap<>(ClusterVariant.class);
    private final Map<ClusterVariant, Pace> paces = new EnumMap<>(ClusterVariant.class);
    private final CrashLoopBackOff backOff;

    private enum Pace {
        REGULAR,
        CRAWL,
        HURRY
    }

    /// @param monthSeconds real seconds that a month lasts
    public YearScenario(Suite suite, int monthSeconds) {
        this.suite = suite;
        this.factor = (double) MONTH_SECONDS / monthSeconds;
        this.backOff = new CrashLoopBackOff(suite.namespace(), "app=sql");
        for (ClusterVariant variant : ClusterVariant.values()) {
            fleets.put(variant, new LiveFleet(suite.api(Service.PATCH), "year-" + variant.letter()));
            clusters.put(
                    variant, new PodCluster(suite.namespace(), "sql-" + variant.letter(), "load-" + variant.letter()));
        }
    }

    public Outcome play() {
        for (ClusterVariant variant : ClusterVariant.values()) {
            enter(variant);
        }
        suite.apply("year");
        clusters.values().forEach(PodCluster::awaitReady);
        Messages.print("three clusters of three pods are ready");
        String before = tables();
        clusters.values().forEach(PodCluster::countAnew);
        clusters.values().forEach(PodCluster::awaitClient);
        long begin = System.nanoTime();
        pass();
        List<YearResult> results = new ArrayList<>();
        for (ClusterVariant variant : ClusterVariant.values()) {
            results.add(new YearResult(
                    variant,
                    clusters.get(variant).restarts(),
                    clusters.get(variant).seen()));
        }
        String table = YearTable.of(results);
        Messages.print("the year is over");
        Outcome outcome = new Outcome("year", Duration.ofNanos(System.nanoTime() - begin), results)
                .text(table)
                .file("pods-before.txt", before)
                .file("pods-after.txt", tables())
                .file("year.svg", YearChart.of(results));
        judge(outcome, results);
        if (suite.machinery().hasPower()) {
            losePower(outcome);
        }
        return outcome;
    }

    private String tables() {
        StringBuilder all = new StringBuilder();
        clusters.values().forEach(cluster -> all.append(cluster.table()));
        return all.toString();
    }

    private void enter(ClusterVariant variant) {
        LiveFleet fleet = fleets.get(variant);
        PodCluster cluster = clusters.get(variant);
        fleet.define(variant.fleet());
        Map<String, Object> entry = new HashMap<>(Map.of(
                "cluster",
                cluster.name(),
                "witness",
                "none",
                "clusteredRoles",
                List.of(Map.of("type", "generic", "count", 1)),
                "nodes",
                cluster.nodes()));
        entry.put("window", variant.window());
        fleet.enter(
                List.of(entry),
                cluster.nodes().stream()
                        .map(node -> Map.of(
                                "machine",
                                node,
                                "product",
                                "windows-server-2025",
                                "kb",
                                KB_BEFORE,
                                "eligible",
                                variant.hotpatches(),
                                "cluster",
                                cluster.name()))
                        .toList());
        if (variant.hotpatches()) {
            entitle(fleet, cluster);
        }
    }

    /// licensing-service signs what its gates say of the nodes; patch-service gets it as it is.
    private void entitle(LiveFleet fleet, PodCluster cluster) {
        String path = "/api/v1/fleets/" + fleet.id();
        suite.api(Service.LICENSING).delete(path);
        suite.api(Service.LICENSING).put(path, Map.of("at", "2024-12-31T00:00:00Z", "until", "2026-03-02T00:00:00Z"));
        JsonNode facts = facts();
        suite.api(Service.LICENSING)
                .put(
                        path + "/machines",
                        cluster.nodes().stream()
                                .map(node -> Map.of("machine", node, "cluster", cluster.name(), "facts", facts))
                                .toList());
        Map<String, Object> page = new HashMap<>();
        page.put("after", null);
        page.put("limit", 1_000);
        JsonNode signed = suite.api(Service.LICENSING).post(path + "/entitlements", Map.of("page", page));
        suite.api(Service.PATCH)
                .put(path + "/entitlements", Map.of("jws", signed.path("jws").asText()));
    }

    private static JsonNode facts() {
        try (InputStream facts = YearScenario.class.getResourceAsStream("facts.json")) {
            return JsonMapper.builder().build().readTree(facts);
        } catch (IOException e) {
            throw Failure.of("the facts of a node cannot be read", e);
        }
    }

    private void pass() {
        for (ClusterVariant variant : ClusterVariant.values()) {
            keep(variant, Pace.REGULAR);
        }
        Messages.print("the clocks run: a month in %.0f s".formatted(MONTH_SECONDS / factor));
        Set<ClusterVariant> playing = EnumSet.allOf(ClusterVariant.class);
        long begin = System.nanoTime();
        for (int turn = 0; !playing.isEmpty(); turn++) {
            Duration since = Duration.ofNanos(System.nanoTime() - begin);
            playing.removeIf(variant -> isOver(variant, since));
            backOff.look();
            if (turn % TURNS_BETWEEN_LINES == 0) {
                playing.forEach(this::tell);
            }
            if (since.compareTo(LONGEST) > 0) {
                throw Failure.of("the year was not over after " + LONGEST.toMinutes() + " minutes");
            }
            ProgressWait.pause(TURN);
        }
    }

    /// @param since the clocks began to run
    private boolean isOver(ClusterVariant variant, Duration since) {
        LiveFleet fleet = fleets.get(variant);
        Instant now = fleet.now();
        Rollout rollout = fleet.rollout();
        if (rollout.isFinished()) {
            if (now.isAfter(OVER)) {
                fleet.pace(0);
                return true;
            }
            Instant due = BEGIN.plusSeconds((long) (since.toSeconds() * factor));
            keep(variant, now.plus(BEHIND).isBefore(due) ? Pace.HURRY : Pace.REGULAR);
        } else {
            boolean late = now.isAfter(rollout.appeared().plus(DONE_BY));
            keep(variant, late ? Pace.CRAWL : Pace.REGULAR);
        }
        return false;
    }

    private void keep(ClusterVariant variant, Pace pace) {
        if (paces.put(variant, pace) != pace) {
            fleets.get(variant)
                    .pace(
                            switch (pace) {
                                case REGULAR -> factor;
                                case CRAWL -> CRAWL;
                                case HURRY -> HURRY * factor;
                            });
        }
    }

    private void tell(ClusterVariant variant) {
        LiveFleet fleet = fleets.get(variant);
        Messages.print("%s %s restarts %s %s"
                .formatted(variant, fleet.now(), clusters.get(variant).restarts(), fleet.rollout()));
    }

    private static void judge(Outcome outcome, List<YearResult> results) {
        for (YearResult result : results) {
            int expected = result.variant().hotpatches() ? RESTARTS_HOTPATCHED : RESTARTS_CUMULATIVE;
            outcome.promise(
                    "%s restarts each pod %d times".formatted(result.variant(), expected),
                    result.restarts().equals(Collections.nCopies(PodCluster.NODES, expected)));
            outcome.promise(
                    result.variant() + " never has two owners", result.seen().termsGoneBack() == 0);
        }
        Seen uncoordinated = results.getFirst().seen();
        outcome.promise(
                "A loses sessions and its quorum",
                uncoordinated.sessionsBroken() > 0 && uncoordinated.quorumLosses() > 0);
        for (YearResult result : results.subList(1, results.size())) {
            Seen seen = result.seen();
            outcome.promise(result.variant() + " breaks no session", seen.sessionsBroken() == 0);
            outcome.promise(result.variant() + " fails no request", seen.requestsFailed() == 0);
            outcome.promise(result.variant() + " never loses its quorum", seen.quorumLosses() == 0);
        }
    }

    private void losePower(Outcome outcome) {
        LiveFleet fleet = fleets.get(ClusterVariant.C);
        PodCluster cluster = clusters.get(ClusterVariant.C);
        Seen before = cluster.seen();
        Messages.print("node %s loses its power, before C's baseline of January 2026".formatted(suite.victim()));
        suite.machinery().fail(suite.victim());
        try {
            fleet.pace(factor);
            wait("C's rollout to be held", Duration.ofMinutes(3))
                    .until(() -> fleet.rollout().state().equals("HELD"));
            fleet.pace(1);
            outcome.note("C held: " + fleet.rollout().reason());
        } finally {
            suite.machinery().start(suite.victim());
        }
        Messages.print("node %s is back".formatted(suite.victim()));
        fleet.pace(CRAWL);
        wait("C's rollout to go on", Duration.ofMinutes(6)).until(() -> {
            backOff.look();
            return fleet.rollout().isFinished();
        });
        outcome.note("C resumed by itself: " + fleet.rollout());
        List<Integer> restarts = cluster.restarts();
        outcome.note("restarts of C's pods by then: %s, the power failure among them".formatted(restarts));
        Seen after = cluster.seen();
        outcome.note("C's client meanwhile: %d sessions broken, %d requests failed, longest outage %d ms"
                .formatted(
                        after.sessionsBroken() - before.sessionsBroken(),
                        after.requestsFailed() - before.requestsFailed(),
                        after.longestOutageMs()));
        outcome.promise(
                "C restarts each pod for the baseline after that",
                restarts.stream().allMatch(count -> count > RESTARTS_HOTPATCHED));
        outcome.promise("C has no two owners when a node fails", after.termsGoneBack() == 0);
        outcome.promise("C keeps its quorum when a node fails", after.quorumLosses() == before.quorumLosses());
    }

    private static ProgressWait wait(String what, Duration longest) {
        return new ProgressWait(what, Activity.UNSEEN, new WaitLimits(longest, longest), Messages::print);
    }
}
