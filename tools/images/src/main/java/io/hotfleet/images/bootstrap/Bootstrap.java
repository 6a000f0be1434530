package io.hotfleet.images.bootstrap;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.postgres.DatabaseAddress;
import io.hotfleet.cli.postgres.ServiceDatabases;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Where the Job arrives.
public final class Bootstrap {

    private static final String ADMIN = "postgres";
    private static final int PORT = 5432;
    private static final int TRIES_MAX = 120;
    private static final long AGAIN_MS = 1_000;

    private final SecretStore secrets;

    Bootstrap(SecretStore secrets) {
        this.secrets = secrets;
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            new Bootstrap(SecretStore.ofThisPod()).run(environment("HOTFLEET_DB_HOST"));
        } catch (Failure e) {
            Messages.print(e.getMessage());
            System.exit(e.exitCode());
        }
    }

    private void run(String host) throws InterruptedException {
        String admin = secrets.password("hotfleet-postgres", ADMIN);
        Map<Service, String> passwords = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, secrets.password(service.database() + "-database", service.database()));
        }
        DatabaseAddress address = new DatabaseAddress(host, PORT, ADMIN, admin);
        Optional<Failure> failure = Optional.empty();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            failure = prepared(address, passwords);
            if (failure.isEmpty()) {
                Messages.print("passwords, roles and databases are there");
                return;
            }
            Thread.sleep(AGAIN_MS);
        }
        throw failure.get();
    }

    /// The database starts when its password is there: it comes after us.
    private static Optional<Failure> prepared(DatabaseAddress address, Map<Service, String> passwords) {
        try {
            ServiceDatabases.prepare(address, passwords::get);
            return Optional.empty();
        } catch (Failure e) {
            return Optional.of(e);
        }
    }

    static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw Failure.badInput(name + " is not set");
        }
        return value;
    }
}
