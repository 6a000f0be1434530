package io.hotfleet.simulator.client;

import io.hotfleet.simulator.report.Report.Quantiles;
import io.hotfleet.simulator.report.Report.Spread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// A patch-service in memory with four releases; [FakeFleet] decides.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakePatch implements Patch {
    public static final List<Release> CATALOGUE = List.of(
            release("2025-01", "2025-01-14", "BASELINE", "KB1"),
            release("2025-02", "2025-02-11", "HOTPATCH", "KB2"),
            release("2025-02", "2025-02-11", "CUMULATIVE", "KB2-CU"),
            release("2025-03", "2025-03-11", "HOTPATCH", "KB3"));

    private final Map<String, FakeFleet> fleets = new ConcurrentHashMap<>();
    private volatile List<Release> shown = CATALOGUE;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public FakeFleet fleet(String id) {
        return fleets.get(id);
    }

    public Set<String> fleets() {
        return fleets.keySet();
    }

    /// What it lists from now on; decisions follow the four releases still.
    public void show(List<Release> releases) {
        shown = releases;
    }

    /// Steps wait until the latch is down.
    public void holdSteps(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public void putFleet(String fleet, Terms terms) {
        List<Release> releases = new ArrayList<>(CATALOGUE);
        releases.addAll(terms.releases());
        fleets.put(fleet, new FakeFleet(terms, releases));
    }

    @Override
    public void putClusters(String fleet, List<FleetCluster> clusters) {
        fleets.get(fleet).clusters.addAll(clusters);
    }

    @Override
    public void putMachines(String fleet, List<FleetMachine> machines) {
        fleets.get(fleet).enter(machines);
    }

    @Override
    public void putEntitlements(String fleet, String jws) {
        fleets.get(fleet).log.add("entitlements " + jws);
    }

    @Override
    public void putFixes(String fleet, List<String> machines) {
        fleets.get(fleet).fix(machines);
    }

    @Override
    public Step.Answer step(String fleet, Step step) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("A call was interrupted");
        }
        return fleets.get(fleet).step(step);
    }

    @Override
    public Summary summary(String fleet) {
        FakeFleet of = fleets.get(fleet);
        Quantiles none = new Quantiles(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return new Summary(
                "sha256:fake",
                of.restarts(null),
                of.restarts("FIX"),
                new Spread(0, 0, 0),
                of.restarts(null) * 8L,
                0,
                0,
                BigDecimal.ZERO,
                0,
                1,
                none,
                of.months(none),
                List.of(),
                List.of(new Summary.Warning("TOLD", "told by " + of.terms.strategy())));
    }

    @Override
    public MachinePage machines(String fleet, String after) {
        return new MachinePage(fleets.get(fleet).restartsByMachine(), null);
    }

    @Override
    public Slots slots(String product, YearMonth from, YearMonth to) {
        YearMonth newest = YearMonth.of(2025, 3);
        List<Slot> open = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            if (month.isAfter(newest)) {
                open.add(new Slot(month, month.getMonthValue() % 3 == 1 ? "BASELINE" : "HOTPATCH", month.atDay(8)));
            }
        }
        return new Slots(product, YearMonth.of(2025, 1), newest, 1, 2, open);
    }

    @Override
    public List<Release> releases(String product) {
        return shown.stream().filter(row -> row.product().equals(product)).toList();
    }

    @Override
    public List<Track> track(Instant at, List<Release> overlay, List<TrackQuestion> machines) {
        return machines.stream()
                .map(one -> {
                    boolean off = "KB-OFF".equals(one.kb());
                    boolean known = one.kb() == null || !one.kb().startsWith("KB-NEW");
                    return new Track(one.machine(), one.kb(), known, !off, off ? YearMonth.of(2025, 4) : null);
                })
                .toList();
    }

    @Override
    public void delete(String fleet) {
        fleets.remove(fleet);
    }

    public static Release release(String month, String date, String kind, String kb) {
        boolean hotpatch = "HOTPATCH".equals(kind);
        return new Release(
                "windows-server-2025",
                YearMonth.parse(month),
                LocalDate.parse(date),
                kind,
                kb,
                26100,
                1,
                true,
                hotpatch ? "NEVER" : "ALWAYS",
                hotpatch ? "KEEPS" : "BASELINE".equals(kind) ? "SETS" : "BREAKS",
                "KB1",
                "primary",
                "test",
                null);
    }
}
