package io.hotfleet.stack.keeper;

import io.hotfleet.stack.Failure;
import io.hotfleet.stack.Home;
import io.hotfleet.stack.Service;
import io.hotfleet.stack.database.ServiceDatabases.Account;
import io.hotfleet.stack.process.Child.Launch;
import io.hotfleet.stack.process.PortPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The command line and the environment of a service. Passwords go by environment: a command line can be read by every
/// user of the machine.
record ServiceLaunch(Home home, PortPlan ports, Path records) {

    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "JAVA_TOOL_OPTIONS");
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    Launch of(Service service, Account account) {
        Path jar = service.jar(home.checkout());
        if (!Files.exists(jar)) {
            throw Failure.of("%s is not built: %s is missing".formatted(service.module(), jar));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        return new Launch(
                service.module(),
                records.resolve("1-" + service.module()),
                command,
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
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("HOTFLEET_HTTP_HOST", "127.0.0.1");
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
