package io.hotfleet.simulator.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// licensing-service over HTTP.
@ApplicationScoped
class HttpLicensing implements Licensing {
    private final Http http;

    HttpLicensing(ServiceConfig config, Clock clock) {
        this.http = new Http("licensing-service", config.licensing().url(), config.call(), clock);
    }

    @Override
    public void putFleet(String fleet, Instant at, Instant until) {
        http.put("fleets/" + fleet, Map.of("at", at, "until", until));
    }

    @Override
    public void putMachines(String fleet, List<MachineFacts> machines) {
        http.put("fleets/" + fleet + "/machines", machines);
    }

    @Override
    public void patchMachines(String fleet, List<FactChange> changes) {
        http.patch("fleets/" + fleet + "/machines", changes);
    }

    @Override
    public Entitlements entitlements(String fleet, String after) {
        Map<String, Object> page = new HashMap<>();
        page.put("after", after);
        page.put("limit", BATCH_MAX);
        return http.post("fleets/" + fleet + "/entitlements", Map.of("page", page), Entitlements.class);
    }

    @Override
    public Entitlements entitlementsOf(String fleet, List<String> machines) {
        return http.post("fleets/" + fleet + "/entitlements", Map.of("machines", machines), Entitlements.class);
    }

    @Override
    public FixPage fixes(String fleet, String after) {
        return http.get(Paths.page("fleets/" + fleet + "/fixes", after, BATCH_MAX), FixPage.class);
    }

    @Override
    public Costs costs(String fleet, YearMonth from, YearMonth to, String plan) {
        String query = "?from=" + from + "&to=" + to + "&plan=" + Paths.encoded(plan);
        return http.sum("fleets/" + fleet + "/costs" + query, Costs.class);
    }

    @Override
    public List<Verdict> eligibility(Instant at, List<MachineFacts> machines) {
        return http.post("eligibility", Map.of("at", at, "machines", machines), Verdicts.class)
                .items();
    }

    @Override
    public List<String> plans() {
        return http.get("price-plans", Plans.class).items().stream()
                .map(Plan::name)
                .toList();
    }

    @Override
    public void delete(String fleet) {
        http.delete("fleets/" + fleet);
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record Verdicts(List<Verdict> items) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record Plans(List<Plan> items) {}

    record Plan(String name) {}
}
