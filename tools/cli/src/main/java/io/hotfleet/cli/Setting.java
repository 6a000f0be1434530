package io.hotfleet.cli;

import java.util.Map;
import java.util.Optional;

/// What the environment may say to the launcher; `docs/settings/cli.md` has each of them.
public enum Setting {
    /// Folder for data, logs and state; else `.hotfleet` in the checkout.
    HOTFLEET_HOME(""),
    /// A PostgreSQL to be used in place of the embedded one.
    HOTFLEET_DATABASE_URL(""),
    /// More options for the JVM of each service, with spaces between them.
    HOTFLEET_JAVA_OPTIONS(""),
    /// Seconds for which whatever is waited for may do nothing.
    HOTFLEET_IDLE_SECONDS("120"),
    /// Seconds that a wait may last, with progress or without.
    HOTFLEET_WAIT_SECONDS("1800"),
    /// `1` lets services write down what they learn from this run.
    HOTFLEET_LEARN("");

    private final String fallback;

    Setting(String fallback) {
        this.fallback = fallback;
    }

    /// What holds where the environment says nothing; empty for nothing.
    public String fallback() {
        return fallback;
    }

    /// What the environment says, else what holds without; nothing where that is nothing.
    public Optional<String> value() {
        return in(System.getenv());
    }

    public Optional<String> in(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault(name(), ""))
                .map(String::strip)
                .map(said -> said.isEmpty() ? fallback : said)
                .filter(said -> !said.isEmpty());
    }
}
