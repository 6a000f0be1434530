package io.hotfleet.simulator.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Packages from patch-service over HTTP.
@ApplicationScoped
class HttpPackages implements Packages {
    private static final int NOT_FOUND = 404;

    private final Http http;

    HttpPackages(ServiceConfig config, Clock clock) {
        this.http = new Http("patch-service", config.patch().url(), config.call(), clock);
    }

    @Override
    public byte[] fetch(String digest) {
        try {
            return http.send("GET", "packages/" + Paths.encoded(digest), null);
        } catch (CallRefused e) {
            if (e.status() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public Trusted trusted() {
        return http.get("packages/trust", Trusted.class);
    }
}
