package io.hotfleet.images.bootstrap;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.postgres.DatabaseAddress;
import io.hotfleet.cli.postgres.ServiceDatabases;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.ProgressWait;
import java.util.EnumMap;
import java.util.Map;

/// Where the Job arrives.
public final class Bootstrap {

    private static final String ADMIN = "postgres";
    private static final int PORT = 5432;

    private final SecretStore secrets;

    Bootstrap(SecretStore secrets) {
        this.secrets = secrets;
    }

    public static void main(String[] args) {
        // what the client has to say is in its exceptions
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            new Bootstrap(new SecretStore(client)).run(environment("HOTFLEET_DB_HOST"));
        } catch (Failure e) {
            Messages.print(e.getMessage());
            System.exit(e.exitCode());
        } catch (KubernetesClientException e) {
            Messages.print("the passwords cannot be kept as Secrets: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(String host) {
        String admin = secrets.password("hotfleet-postgres", ADMIN);
        Map<Service, String> passwords = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            passwords.put(service, secrets.password(service.database() + "-database", service.database()));
        }
        DatabaseAddress address = new DatabaseAddress(host, PORT, ADMIN, admin);
        // it starts when its password is there: it comes after us
        new ProgressWait("the database on " + host, Activity.UNSEEN).until(() -> prepared(address, passwords));
        Messages.print("passwords, roles and databases are there");
    }

    private static boolean prepared(DatabaseAddress address, Map<Service, String> passwords) {
        try {
            ServiceDatabases.prepare(address, passwords::get);
            return true;
        } catch (Failure e) {
            Messages.print(e.getMessage());
            return false;
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw Failure.badInput(name + " is not set");
        }
        return value;
    }
}
