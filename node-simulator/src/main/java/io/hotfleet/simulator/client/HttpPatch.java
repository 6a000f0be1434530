package io.hotfleet.simulator.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// patch-service over HTTP.
@ApplicationScoped
class HttpPatch implements Patch {
    private static final int RELEASE_PAGES_MAX = 100;

    private final Http http;

    HttpPatch(ServiceConfig config, Clock clock) {
        this.http = new Http("patch-service", config.patch().url(), config.call(), clock);
    }

    @Override
    public void putFleet(String fleet, Terms terms) {
        http.put("fleets/" + fleet, terms);
    }

    @Override
    public void putClusters(String fleet, List<FleetCluster> clusters) {
        http.put("fleets/" + fleet + "/clusters", clusters);
    }

    @Override
    public void putMachines(String fleet, List<FleetMachine> machines) {
        http.put("fleets/" + fleet + "/machines", machines);
    }

    @Override
    public void putEntitlements(String fleet, String jws) {
        http.put("fleets/" + fleet + "/entitlements", Map.of("jws", jws));
    }

    @Override
    public void putFixes(String fleet, List<String> machines) {
        http.put(
                "fleets/" + fleet + "/fixes",
                machines.stream().map(MachineRef::new).toList());
    }

    @Override
    public Step.Answer step(String fleet, Step step) {
        return StepJson.read(http.send("POST", "fleets/" + fleet + "/steps", StepJson.write(step)));
    }

    @Override
    public Summary summary(String fleet) {
        return http.sum("fleets/" + fleet + "/summary", Summary.class);
    }

    @Override
    public MachinePage machines(String fleet, String after) {
        return http.get(Paths.page("fleets/" + fleet + "/machines", after, BATCH_MAX), MachinePage.class);
    }

    @Override
    public Slots slots(String product, YearMonth from, YearMonth to) {
        return http.get("products/" + Paths.encoded(product) + "/slots?from=" + from + "&to=" + to, Slots.class);
    }

    @Override
    public List<Release> releases(String product) {
        List<Release> all = new ArrayList<>();
        String after = null;
        for (int page = 0; page < RELEASE_PAGES_MAX; page++) {
            String path = Paths.page("releases?product=" + Paths.encoded(product), after, BATCH_MAX);
            ReleasePage found = http.get(path, ReleasePage.class);
            all.addAll(found.items());
            after = found.next();
            if (after == null) {
                return all;
            }
        }
        throw new IllegalStateException(
                "patch-service lists more than " + RELEASE_PAGES_MAX * BATCH_MAX + " releases of " + product);
    }

    @Override
    public List<Track> track(Instant at, List<Release> overlay, List<TrackQuestion> machines) {
        Map<String, Object> question = Map.of("at", at, "releases", overlay, "machines", machines);
        return http.post("track", question, Tracks.class).items();
    }

    @Override
    public void delete(String fleet) {
        http.delete("fleets/" + fleet);
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record MachineRef(String machine) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record ReleasePage(List<Release> items, String next) {}

    @RegisterForReflection(registerFullHierarchy = true)
    record Tracks(List<Track> items) {}
}
