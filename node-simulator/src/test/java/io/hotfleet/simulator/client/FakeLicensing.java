package io.hotfleet.simulator.client;

import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Facts;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A licensing-service in memory: VBS is its only gate, opt-in the only fact that is fixed without a restart.
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeLicensing implements Licensing {
    private static final int PAGE = 2;

    private final Map<String, TreeMap<String, MachineFacts>> fleets = new ConcurrentHashMap<>();
    private final Map<String, List<String>> calls = new ConcurrentHashMap<>();

    public List<String> calls(String fleet) {
        return calls.computeIfAbsent(fleet, _ -> new ArrayList<>());
    }

    public Set<String> fleets() {
        return fleets.keySet();
    }

    @Override
    public void putFleet(String fleet, Instant at, Instant until) {
        calls(fleet).add("fleet " + at + " " + until);
        fleets.put(fleet, new TreeMap<>());
    }

    @Override
    public void putMachines(String fleet, List<MachineFacts> machines) {
        machines.forEach(machine -> fleets.get(fleet).put(machine.machine(), machine));
    }

    @Override
    public void patchMachines(String fleet, List<FactChange> changes) {
        changes.forEach(change -> calls(fleet)
                .add("patch " + change.machine() + " " + change.at() + " "
                        + change.facts().values()));
    }

    @Override
    public Entitlements entitlements(String fleet, String after) {
        List<String> names = page(fleet, after);
        String next = names.size() == PAGE ? names.getLast() : null;
        return new Entitlements(String.join(",", names), names.size(), next);
    }

    @Override
    public Entitlements entitlementsOf(String fleet, List<String> machines) {
        return new Entitlements("renewed:" + String.join(",", machines), machines.size(), null);
    }

    @Override
    public FixPage fixes(String fleet, String after) {
        List<String> names = page(fleet, after);
        List<Fix> fixes = names.stream()
                .map(fleets.get(fleet)::get)
                .filter(machine -> !passes(machine.facts()))
                .map(machine -> new Fix(
                        machine.machine(),
                        new FactChanges(Map.of("optIn", true)),
                        new FactChanges(Map.of("vbs", "running"))))
                .toList();
        return new FixPage(fixes, names.size() == PAGE ? names.getLast() : null);
    }

    @Override
    public Costs costs(String fleet, YearMonth from, YearMonth to, String plan) {
        Map<String, BigDecimal> byMonth = new LinkedHashMap<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            byMonth.put(month.toString(), new BigDecimal("1.50"));
        }
        BigDecimal total = new BigDecimal("1.50").multiply(BigDecimal.valueOf(byMonth.size()));
        return new Costs("USD", total, new BigDecimal("0.00"), byMonth);
    }

    @Override
    public List<Verdict> eligibility(Instant at, List<MachineFacts> machines) {
        return machines.stream()
                .map(machine -> passes(machine.facts())
                        ? new Verdict(machine.machine(), "ELIGIBLE", false, List.of())
                        : new Verdict(machine.machine(), "BLOCKED", true, List.of(vbs(machine.facts()))))
                .toList();
    }

    @Override
    public List<String> plans() {
        return List.of("dated", "it-administrator-2025-03");
    }

    @Override
    public void delete(String fleet) {
        fleets.remove(fleet);
    }

    private List<String> page(String fleet, String after) {
        TreeMap<String, MachineFacts> machines = fleets.get(fleet);
        return (after == null ? machines : machines.tailMap(after, false))
                .keySet().stream().limit(PAGE).toList();
    }

    private static boolean passes(Facts facts) {
        return "running".equals(facts.vbs());
    }

    private static Gate vbs(Facts facts) {
        String answer = facts.vbs() == null ? "UNKNOWN" : "FAIL";
        return new Gate("VBS_NOT_RUNNING", answer, true, true, "ENABLE_VBS", "switch it on");
    }
}
