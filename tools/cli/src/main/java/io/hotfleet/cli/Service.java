package io.hotfleet.cli;

import java.nio.file.Path;
import java.util.Locale;

/// The three services, in the order in which they are started and shown.
public enum Service {
    LICENSING("licensing-service", 8081),
    PATCH("patch-service", 8082),
    SIMULATOR("node-simulator", 8083);

    private final String module;
    private final int defaultPort;

    Service(String module, int defaultPort) {
        this.module = module;
        this.defaultPort = defaultPort;
    }

    /// Name of the module, and of the service wherever a person reads it.
    public String module() {
        return module;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /// Name of its database and of the role that owns it.
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Path jar(Path checkout) {
        return checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
