package io.hotfleet.simulator.client;

import io.hotfleet.simulator.inventory.FactChanges;
import io.hotfleet.simulator.inventory.Facts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// What a rehearsal asks of licensing-service: who may hotpatch, and what it costs.
public interface Licensing {
    int BATCH_MAX = 1_000;

    void putFleet(String fleet, Instant at, Instant until);

    void putMachines(String fleet, List<MachineFacts> machines);

    void patchMachines(String fleet, List<FactChange> changes);

    /// A page of everybody's entitlements.
    ///
    /// @param after null for the first page
    Entitlements entitlements(String fleet, String after);

    Entitlements entitlementsOf(String fleet, List<String> machines);

    FixPage fixes(String fleet, String after);

    Costs costs(String fleet, YearMonth from, YearMonth to, String plan);

    /// Asks nothing of a fleet: only of the facts.
    List<Verdict> eligibility(Instant at, List<MachineFacts> machines);

    /// Names of the price plans that `costs` accepts.
    List<String> plans();

    void delete(String fleet);

    @RegisterForReflection(registerFullHierarchy = true)
    record MachineFacts(String machine, String cluster, Facts facts) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record FactChange(String machine, Instant at, FactChanges facts) {}

    /// @param jws a signed list that only patch-service reads
    /// @param next null on the last page
    @RegisterForReflection(registerFullHierarchy = true)
    record Entitlements(String jws, int machines, String next) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record FixPage(List<Fix> items, String next) {}

    /// @param now facts that need no restart
    /// @param atRestart facts that do
    record Fix(String machine, FactChanges now, FactChanges atRestart) {
        public Fix {
            now = now == null ? FactChanges.NONE : now;
            atRestart = atRestart == null ? FactChanges.NONE : atRestart;
        }
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record Costs(String currency, BigDecimal total, BigDecimal wasted, Map<String, BigDecimal> byMonth) {}

    /// @param status ELIGIBLE | BLOCKED | UNKNOWN
    /// @param fixable whether every gate that does not pass can be made to
    /// @param gates those that do not pass, in order
    record Verdict(String machine, String status, boolean fixable, List<Gate> gates) {}

    /// @param answer FAIL | UNKNOWN
    /// @param remedy null where there is none
    record Gate(String gate, String answer, boolean fixable, boolean restart, String remedy, String command) {}
}
