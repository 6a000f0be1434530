package io.hotfleet.simulator.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The live half of patch-service over HTTP.
@ApplicationScoped
class HttpFeed implements LiveFeed {
    private static final int PAGES_MAX = 100;

    private final Http http;

    HttpFeed(ServiceConfig config, Clock clock) {
        this.http = new Http("patch-service", config.patch().url(), config.call(), clock);
    }

    @Override
    public List<Order> open(String fleet) {
        List<Order> all = new ArrayList<>();
        String after = null;
        for (int i = 0; i < PAGES_MAX; i++) {
            String path = Paths.page("fleets/" + Paths.encoded(fleet) + "/changes", after, REPORTS_MAX);
            OrderPage page = http.get(path, OrderPage.class);
            all.addAll(page.items());
            if (page.items().size() < REPORTS_MAX) {
                return all;
            }
            after = page.next();
        }
        throw new IllegalStateException("patch-service lists more than " + PAGES_MAX * REPORTS_MAX + " open commands");
    }

    @Override
    public Taken report(String fleet, List<LiveReport> reports) {
        return http.post("fleets/" + Paths.encoded(fleet) + "/reports", reports, Taken.class);
    }

    @RegisterForReflection(registerFullHierarchy = true)
    record OrderPage(List<Order> items, String next) {}
}
