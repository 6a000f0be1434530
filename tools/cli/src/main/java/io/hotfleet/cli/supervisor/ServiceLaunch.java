package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.Setting;
import io.hotfleet.cli.postgres.ServiceDatabases.Account;
import io.hotfleet.cli.process.Child.Launch;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.process.ServiceJvm;
import io.hotfleet.cli.process.WaitLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line and the environment of a service. Passwords go by environment: a command line can be read by every
/// user of the machine.
record ServiceLaunch(Home home, PortPlan ports, Path records) {

    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "JAVA_TOOL_OPTIONS");
    private static final boolean LEARNING = Setting.HOTFLEET_LEARN.value().equals(Optional.of("1"));

    /// When a service that was asked to end is killed; one that learns writes down what.
    static final WaitLimits END =
            LEARNING ? WaitLimits.current() : new WaitLimits(Duration.ofSeconds(10), Duration.ofMinutes(1));

    Launch of(Service service, Account account) {
        Path jar = service.jar(home.checkout());
        if (!Files.exists(jar)) {
            throw Failure.of("%s is not built: %s is missing".formatted(service.module(), jar));
        }
        ServiceJvm jvm = new ServiceJvm(jar);
        return new Launch(
                service.module(),
                records.resolve("1-" + service.module()),
                LEARNING ? jvm.learning() : jvm.command(),
                environment(service, account),
                "TERM",
                home.log(service.module()));
    }

    private Map<String, String> environment(Service service, Account account) {
        Map<String, String> environment = new HashMap<>();
        for (String name : INHERITED) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        environment.putAll(settings(service, account));
        return environment;
    }

    /// What makes a service a member of this stack, wherever it runs.
    Map<String, String> settings(Service service, Account account) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("HOTFLEET_HTTP_HOST", "127.0.0.1");
        // by default a folder that all users of the machine share, and that belongs to the first of them
        environment.put("QUARKUS_HTTP_BODY_UPLOADS_DIRECTORY", home.uploads().toString());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.services().get(service)));
        environment.put("HOTFLEET_DB_HOST", account.address().host());
        environment.put("HOTFLEET_DB_PORT", String.valueOf(account.address().port()));
        environment.put("HOTFLEET_DB_NAME", account.database());
        environment.put("HOTFLEET_DB_USER", account.address().user());
        environment.put("HOTFLEET_DB_PASSWORD", account.address().password());
        environment.put("HOTFLEET_LICENSING_URL", ports.url(Service.LICENSING));
        environment.put("HOTFLEET_PATCH_URL", ports.url(Service.PATCH));
        return environment;
    }
}
