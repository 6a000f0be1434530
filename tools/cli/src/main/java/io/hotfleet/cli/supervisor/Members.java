package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.postgres.DatabaseAddress;
import io.hotfleet.cli.postgres.PostgresServer;
import io.hotfleet.cli.postgres.ServiceDatabases;
import io.hotfleet.cli.postgres.ServiceDatabases.Account;
import io.hotfleet.cli.process.Child;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.supervisor.StackEvent.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// PostgreSQL and the three services.
///
/// Starting is done by one thread at a time; status may be asked by any.
final class Members {

    private final Home home;
    private final PortPlan ports;
    private final Path records;
    private final EventLog events;
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final Optional<DatabaseAddress> external = DatabaseAddress.fromEnvironment();
    /// Services that somebody else runs for a while, at their ports.
    private final Set<Service> lent = ConcurrentHashMap.newKeySet();
    private PostgresServer postgres;
    private volatile boolean stopping;

    Members(Home home, PortPlan ports, Path records, EventLog events) {
        this.home = home;
        this.ports = ports;
        this.records = records;
        this.events = events;
    }

    /// Starts what does not run and waits until all are ready.
    synchronized void ensureReady() {
        if (stopping) {
            return;
        }
        DatabaseAddress admin = ensureDatabase();
        List<Service> started = new ArrayList<>();
        long start = System.nanoTime();
        Map<Service, Account> accounts = new EnumMap<>(Service.class);
        for (Service service : ours()) {
            if (!runs(service.module())) {
                if (accounts.isEmpty()) {
                    accounts.putAll(ServiceDatabases.prepare(admin, home.secrets(), scope()));
                }
                adopt(
                        service.module(),
                        Child.start(new ServiceLaunch(home, ports, records).of(service, accounts.get(service))));
                started.add(service);
            }
        }
        for (Service service : ours()) {
            Readiness.await(service, ports.url(service), children.get(service.module()), this::tell);
            if (started.contains(service)) {
                progress("%s on %s".formatted(service.module(), ports.url(service)), start);
            }
        }
    }

    /// Ends a service, for somebody else to run it in its place until it is taken back.
    ///
    /// @return the settings with which it is a member of this stack
    synchronized Map<String, String> lend(Service service) throws InterruptedException {
        DatabaseAddress admin = ensureDatabase();
        lent.add(service);
        Child child = children.remove(service.module());
        if (child != null) {
            child.signal();
            child.awaitEnd(ServiceLaunch.END);
        }
        events.add(Kind.DIED, service.module() + " has been handed over to its development");
        Account account =
                ServiceDatabases.prepare(admin, home.secrets(), scope()).get(service);
        return new ServiceLaunch(home, ports, records).settings(service, account);
    }

    void takeBack(Service service) {
        lent.remove(service);
        ensureReady();
    }

    private List<Service> ours() {
        return Arrays.stream(Service.values())
                .filter(service -> !lent.contains(service))
                .toList();
    }

    private DatabaseAddress ensureDatabase() {
        if (external.isPresent()) {
            return external.get();
        }
        if (!runs(PostgresServer.NAME)) {
            long start = System.nanoTime();
            postgres = PostgresServer.prepare(home, records, ports.database(), this::tell);
            adopt(PostgresServer.NAME, postgres.start(this::tell));
            progress(
                    "PostgreSQL %s on %s"
                            .formatted(postgres.version(), postgres.admin().shown()),
                    start);
        }
        return postgres.admin();
    }

    /// Ends all of them, the database last.
    void stop() throws InterruptedException {
        stopping = true;
        synchronized (this) {
            List<Child> services = children.values().stream()
                    .filter(child -> child != children.get(PostgresServer.NAME))
                    .toList();
            services.forEach(Child::signal);
            for (Child child : services) {
                child.awaitEnd(ServiceLaunch.END);
            }
            Child database = children.get(PostgresServer.NAME);
            if (database != null) {
                database.signal();
                database.awaitEnd();
            }
        }
    }

    List<StackStatus.Member> status() {
        List<StackStatus.Member> members = new ArrayList<>();
        members.add(
                external.isPresent()
                        ? new StackStatus.Member(
                                "postgresql", "external", external.get().shown(), 0, 0, 0, "")
                        : member(PostgresServer.NAME, "127.0.0.1:" + ports.database(), runs(PostgresServer.NAME)));
        for (Service service : Service.values()) {
            members.add(member(service.module(), ports.url(service), Readiness.isReady(service, ports.url(service))));
        }
        return members;
    }

    private StackStatus.Member member(String name, String address, boolean ready) {
        Child child = children.get(name);
        if (child == null) {
            return new StackStatus.Member(name, ready ? "ready" : "not ready", address, 0, 0, 0, "");
        }
        String state = !child.alive() ? "ended" : ready ? "ready" : "not ready";
        return new StackStatus.Member(
                name,
                state,
                address,
                child.mark().pid(),
                child.mark().residentMiB(),
                child.mark().peakMiB(),
                home.log(name).toString());
    }

    private String scope() {
        return external.map(address -> address.shown() + "/").orElse("");
    }

    private boolean runs(String name) {
        return children.containsKey(name) && children.get(name).alive();
    }

    private void adopt(String name, Child child) {
        children.put(name, child);
        child.onExit(() -> {
            if (!stopping && children.get(name) == child) {
                child.forget();
                events.add(Kind.DIED, child.ending());
            }
        });
    }

    private void progress(String text, long startNanos) {
        tell("%s (%.1f s)".formatted(text, (System.nanoTime() - startNanos) / 1e9));
    }

    private void tell(String text) {
        events.add(Kind.PROGRESS, text);
    }
}
