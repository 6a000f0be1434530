package io.hotfleet.patch.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.TestFleet.Event;
import io.hotfleet.patch.testing.TestFleet.Machine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The tiniest simulator that keeps the contract: every command takes its median, nothing fails.
public final class RehearsalDriver {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int ROUNDS_MAX = 20_000;
    private static final int REPORTS_MAX = 1_000;
    private static final Map<String, Integer> SECONDS = Map.of("HOTPATCH", 120, "CUMULATIVE", 1_500);
    private static final int RESTART_SECONDS = 480;
    private static final int DRAIN_SECONDS = 20;
    private static final String ASSUMPTIONS = """
            {"hotpatchInstall": {"seconds": 120, "fixed": true}, "cumulativeInstall": {"seconds": 1500, "fixed": true},
             "restart": {"seconds": 480, "fixed": true}, "drainPerRole": {"seconds": 20, "fixed": true}}""";

    private final TestFleet fleet;
    private final String id = "play-" + NUMBER.incrementAndGet();
    private final Map<String, Integer> seqs = new HashMap<>();
    private final TreeMap<Instant, List<Event>> events = new TreeMap<>();
    private final List<JsonNode> commands = new ArrayList<>();
    private List<Object> reports = new ArrayList<>();
    private long cursor;
    private boolean stepsTwice;
    private boolean backwards;

    public RehearsalDriver(TestFleet fleet) {
        this.fleet = fleet;
    }

    public String id() {
        return id;
    }

    /// Every command that was given, in order.
    public List<JsonNode> commands() {
        return commands;
    }

    /// Every step is sent a second time, and must bring the same commands.
    public RehearsalDriver stepsTwice() {
        stepsTwice = true;
        return this;
    }

    /// Reports are sent in the reverse order.
    public RehearsalDriver backwards() {
        backwards = true;
        return this;
    }

    public JsonNode summary() {
        enter();
        run();
        return Api.get("fleets/" + id + "/summary");
    }

    public RehearsalDriver enter() {
        Api.put("fleets/" + id, """
                {"strategy": "%s", "from": "%s", "to": "%s", "seed": 1, "policy": %s, "assumptions": %s, "releases": %s}""".formatted(
                        fleet.strategy, fleet.from, fleet.to, fleet.policy, ASSUMPTIONS, Api.text(fleet.releases)))
                .ok();
        Api.put("fleets/" + id + "/clusters", fleet.clusters).ok();
        List<Machine> all = List.copyOf(fleet.machines.values());
        for (int i = 0; i < all.size(); i += REPORTS_MAX) {
            List<Machine> some = all.subList(i, Math.min(all.size(), i + REPORTS_MAX));
            Api.put(
                            "fleets/" + id + "/machines",
                            some.stream().map(RehearsalDriver::entered).toList())
                    .ok();
            if (!fleet.strategy.equals("CUMULATIVE")) {
                entitle(some, "2020-01-01T00:00:00Z", false);
            }
        }
        if (fleet.strategy.equals("HOTPATCH_AFTER_FIXES")) {
            Api.put(
                            "fleets/" + id + "/fixes",
                            all.stream()
                                    .filter(machine -> !machine.gates().isEmpty())
                                    .map(machine -> Map.of("machine", machine.name()))
                                    .toList())
                    .ok();
        }
        for (Event event : fleet.events) {
            at(event.at()).add(event);
            if (event.to() != null) {
                at(event.to()).add(event);
            }
        }
        return this;
    }

    private List<Event> at(String time) {
        return events.computeIfAbsent(Instant.parse(time), _ -> new ArrayList<>());
    }

    private static Map<String, Object> entered(Machine machine) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("machine", machine.name());
        body.put("product", machine.product());
        body.put("eligible", machine.gates().isEmpty());
        body.put("roles", machine.roles());
        body.put("cluster", machine.cluster());
        body.put("window", machine.window() == null ? null : Api.tree(machine.window()));
        return body;
    }

    private void entitle(List<Machine> machines, String from, boolean fixed) {
        List<Object> items = new ArrayList<>();
        for (Machine machine : machines) {
            boolean passes = fixed || machine.gates().isEmpty();
            items.add(Map.of(
                    "machine",
                    machine.name(),
                    "hotpatch",
                    passes,
                    "gates",
                    passes ? List.of() : machine.gates(),
                    "from",
                    from));
        }
        String claims = Api.text(Map.of(
                "iss", "hotfleet-licensing", "fleet", id, "validUntil", "2030-01-01T00:00:00Z", "entitlements", items));
        Api.put("fleets/" + id + "/entitlements", Map.of("jws", Signer.sign(claims)))
                .ok();
    }

    private void run() {
        Instant until = Instant.parse(fleet.from + "-01T00:00:00Z");
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Object> sent = reports.subList(0, Math.min(REPORTS_MAX, reports.size()));
            reports = new ArrayList<>(reports.subList(sent.size(), reports.size()));
            JsonNode answer = step(until, backwards ? sent.reversed() : sent);
            answer.get("commands").forEach(this::execute);
            if (answer.get("more").asBoolean() || !reports.isEmpty()) {
                continue;
            }
            if (events.containsKey(until)) {
                Instant now = until;
                events.remove(until).forEach(event -> happen(event, now));
                continue;
            }
            if (answer.get("nextBarrier").isNull()) {
                return;
            }
            Instant barrier = Instant.parse(answer.get("nextBarrier").asText());
            Instant next = events.higherKey(until);
            until = next != null && next.isBefore(barrier) ? next : barrier;
        }
        throw new IllegalStateException("not settled after " + ROUNDS_MAX + " steps");
    }

    private JsonNode step(Instant until, List<Object> sent) {
        Map<String, Object> body = Map.of("until", until.toString(), "after", cursor, "reports", sent);
        JsonNode answer = Api.post("fleets/" + id + "/steps", body).ok();
        if (stepsTwice && !answer.get("more").asBoolean()) {
            JsonNode again = Api.post("fleets/" + id + "/steps", body).ok();
            if (!again.get("commands").equals(answer.get("commands"))) {
                throw new IllegalStateException("%s, then %s".formatted(answer, again));
            }
        }
        cursor = answer.get("cursor").asLong();
        return answer;
    }

    private void execute(JsonNode command) {
        commands.add(command);
        boolean restart = command.get("restart").asBoolean();
        int drain = command.get("drainRoles").asInt() * DRAIN_SECONDS;
        int install = command.get("package").isNull()
                ? 0
                : SECONDS.get(command.get("package").asText());
        int down = restart ? RESTART_SECONDS : 0;
        String machine = command.get("machine").asText();
        Instant end = ended(Instant.parse(command.get("at").asText()), drain + install + down);
        if (command.get("action").asText().equals("FIX")) {
            entitle(List.of(fleet.machines.get(machine)), end.toString(), true);
        }
        Map<String, Object> report = report(machine, end, restart ? "RESTARTED" : "INSTALLED");
        report.put("command", command.get("id").asLong());
        report.put("kb", command.get("kb").isNull() ? null : command.get("kb").asText());
        report.put("drainSeconds", drain);
        report.put("installSeconds", install);
        report.put("downSeconds", down);
    }

    private void happen(Event event, Instant now) {
        if (event.kb() == null) {
            report(event.machine(), now, now.toString().equals(event.to()) ? "ONLINE" : "OFFLINE");
            return;
        }
        boolean restart = !event.kb().equals("KB5070893")
                || fleet.machines.get(event.machine()).roles().contains("wsus");
        Instant end = ended(now, 120 + (restart ? RESTART_SECONDS : 0));
        Map<String, Object> report = report(event.machine(), end, restart ? "RESTARTED" : "INSTALLED");
        report.put("kb", event.kb());
        report.put("downSeconds", restart ? RESTART_SECONDS : 0);
    }

    private Map<String, Object> report(String machine, Instant at, String outcome) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("machine", machine);
        report.put("seq", seqs.merge(machine, 1, Integer::sum));
        report.put("at", at.toString());
        report.put("outcome", outcome);
        report.put("vbs", "running");
        reports.add(report);
        return report;
    }

    private static Instant ended(Instant start, int seconds) {
        Instant end = start.plusSeconds(Math.max(1, seconds) + 59);
        return end.truncatedTo(ChronoUnit.MINUTES);
    }
}
