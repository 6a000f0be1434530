package io.hotfleet.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.client.InputFile;
import io.hotfleet.cli.client.RehearsalRequest;
import io.hotfleet.cli.client.ServiceClient;
import io.hotfleet.cli.client.Simulator;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.process.ProcessActivity;
import io.hotfleet.cli.process.ProgressWait;
import io.hotfleet.cli.process.WaitLimits;
import io.hotfleet.cli.supervisor.StackLease;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Teaches the Java of the images what a service does, so that its next start need not find out: the three services
/// run as they will in their images, beside a stack that lends its databases, and rehearse the example.
final class Training {

    private static final List<String> MEDIA_TYPES = List.of("application/json", "text/plain", "text/csv", "text/html");
    private static final List<String> SEEN = List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics");
    private static final CompletableFuture<String> NOBODY_DIED = new CompletableFuture<>();

    private final AotCache aot;
    private final Path checkout;
    private final Path work;
    private final Consumer<String> progress;

    Training(JavaRuntime java, Path checkout, Path work, Consumer<String> progress) {
        this.aot = new AotCache(java, work);
        this.checkout = checkout;
        this.work = work;
        this.progress = progress;
    }

    void run(List<StagedService> services) throws IOException, InterruptedException {
        Home home = new Home(work.resolve("training"), checkout).prepare();
        progress.accept("training: the services run as in their images, and rehearse the example");
        try (StackLease lease = StackLease.take(home, PortPlan.anyFree(), progress)) {
            record(services, home, lease.awaitReady());
        }
        for (StagedService each : services) {
            aot.create(each, progress);
        }
    }

    private void record(List<StagedService> services, Home home, StackLease lease)
            throws IOException, InterruptedException {
        PortPlan ports = PortPlan.anyFree();
        Map<Service, Process> running = new EnumMap<>(Service.class);
        try {
            for (StagedService each : services) {
                Service service = service(each);
                running.put(service, start(each, service, ports, environment(service, ports, home, lease)));
            }
            for (Service service : Service.values()) {
                awaitReady(service, ports, running.get(service));
            }
            work(ports);
            running.values().forEach(Process::destroy);
            for (Map.Entry<Service, Process> each : running.entrySet()) {
                wait(each.getKey(), "to write down what it has learnt", each.getValue())
                        .until(() -> !each.getValue().isAlive());
            }
        } finally {
            running.values().forEach(Process::destroyForcibly);
        }
    }

    private static Service service(StagedService staged) {
        return Arrays.stream(Service.values())
                .filter(each -> each.module().equals(staged.module()))
                .findFirst()
                .orElseThrow();
    }

    private Process start(StagedService staged, Service service, PortPlan ports, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(aot.record(staged))
                .redirectErrorStream(true)
                .redirectOutput(log(service).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment()
                .put("QUARKUS_HTTP_PORT", String.valueOf(ports.services().get(service)));
        return builder.start();
    }

    private Map<String, String> environment(Service service, PortPlan ports, Home home, StackLease lease)
            throws IOException {
        JsonNode passwords =
                JsonMapper.builder().build().readTree(home.secrets().toFile());
        String[] database = lease.status().members().getFirst().address().split(":");
        return Map.of(
                "LC_ALL",
                "C.UTF-8",
                "TZ",
                "UTC",
                "HOTFLEET_HTTP_HOST",
                "127.0.0.1",
                "HOTFLEET_DB_HOST",
                database[0],
                "HOTFLEET_DB_PORT",
                database[1],
                "HOTFLEET_DB_NAME",
                service.database(),
                "HOTFLEET_DB_USER",
                service.database(),
                "HOTFLEET_DB_PASSWORD",
                passwords.path(service.database()).asText(),
                "HOTFLEET_LICENSING_URL",
                ports.url(Service.LICENSING),
                "HOTFLEET_PATCH_URL",
                ports.url(Service.PATCH));
    }

    private void awaitReady(Service service, PortPlan ports, Process process) {
        ServiceClient client = client(service, ports);
        wait(service, "to be ready for its training", process).until(() -> {
            if (!process.isAlive()) {
                throw Failure.of("%s has ended before its training; see %s".formatted(service.module(), log(service)));
            }
            return client.answers("/q/health/ready");
        });
    }

    private ProgressWait wait(Service service, String what, Process process) {
        ProcessActivity activity = new ProcessActivity(process.toHandle(), log(service));
        return new ProgressWait(service.module() + " " + what, activity, WaitLimits.current(), progress);
    }

    private void work(PortPlan ports) throws IOException {
        for (Service service : Service.values()) {
            SEEN.forEach(client(service, ports)::answers);
        }
        List<InputFile> fleet =
                List.of(InputFile.of(checkout.resolve("examples/contoso.yaml").toString()));
        Simulator simulator = new Simulator(client(Service.SIMULATOR, ports));
        simulator.check(fleet, null, false, "application/json").close();
        String rehearsal = simulator.start(new RehearsalRequest(
                fleet,
                null,
                new RehearsalRequest.Period(YearMonth.of(2025, 1), YearMonth.of(2025, 6)),
                new RehearsalRequest.Options(1, 1, null, false, false)));
        simulator.follow(rehearsal, event -> {});
        for (String mediaType : MEDIA_TYPES) {
            try (InputStream report = simulator.report(rehearsal, mediaType)) {
                report.readAllBytes();
            }
        }
    }

    private static ServiceClient client(Service service, PortPlan ports) {
        return new ServiceClient(service.module(), ports.url(service), NOBODY_DIED);
    }

    private Path log(Service service) {
        return aot.log(service.module());
    }
}
