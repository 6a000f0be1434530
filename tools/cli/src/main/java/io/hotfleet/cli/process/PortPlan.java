package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where PostgreSQL and the services listen.
public record PortPlan(int database, Map<Service, Integer> services) {

    /// Ports of a stack that serves one command: whatever is free.
    public static PortPlan anyFree() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> services.put(service, Ports.free()));
        return new PortPlan(Ports.free(), services);
    }

    /// Ports of a stack that stays: those asked for, else each service's own if it is free.
    ///
    /// @throws Failure if a port that was asked for is taken
    public static PortPlan of(OptionalInt database, Map<Service, Integer> asked) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Integer port = asked.get(service);
            services.put(
                    service,
                    port != null
                            ? requireFree(service.module(), port)
                            : Ports.isFree(service.defaultPort()) ? service.defaultPort() : Ports.free());
        }
        int databasePort = database.isPresent() ? requireFree("PostgreSQL", database.getAsInt()) : Ports.free();
        return new PortPlan(databasePort, services);
    }

    /// Reads what `text` wrote.
    public static PortPlan parse(String text) {
        List<Integer> ports =
                Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> services.put(service, ports.get(1 + service.ordinal())));
        return new PortPlan(ports.getFirst(), services);
    }

    public String text() {
        return Stream.concat(Stream.of(database), services.values().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /// Whether all of them can be had.
    public boolean isFree() {
        return Ports.isFree(database) && services.values().stream().allMatch(Ports::isFree);
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + services.get(service);
    }

    private static int requireFree(String member, int port) {
        if (port < 1 || port > 65_535) {
            throw Failure.badInput("port %d of %s is not between 1 and 65535".formatted(port, member));
        }
        if (!Ports.isFree(port)) {
            throw Failure.badInput("port %d of %s is taken".formatted(port, member));
        }
        return port;
    }
}
