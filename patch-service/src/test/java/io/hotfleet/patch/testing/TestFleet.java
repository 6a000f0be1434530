package io.hotfleet.patch.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A fleet to be played: told step by step, entered at once.
public final class TestFleet {
    public static final String SERVER = "windows-server-2025";

    final String strategy;
    final String from;
    final String to;
    final List<Object> releases = new ArrayList<>();
    final List<Object> clusters = new ArrayList<>();
    final Map<String, Machine> machines = new TreeMap<>();
    final List<Event> events = new ArrayList<>();
    String policy = "{}";

    /// @param gates those that do not pass before a fix; empty for a machine that may hotpatch
    record Machine(
            String name, String product, List<String> gates, List<String> roles, String cluster, String window) {}

    /// @param kb null where it goes offline, until `to`
    record Event(String at, String to, String machine, String kb) {}

    public TestFleet(String strategy, String from, String to) {
        this.strategy = strategy;
        this.from = from;
        this.to = to;
    }

    public TestFleet policy(String json) {
        policy = json;
        return this;
    }

    public TestFleet machine(String name) {
        return machine(name, SERVER);
    }

    public TestFleet machine(String name, String product, String... gates) {
        machines.put(name, new Machine(name, product, List.of(gates), List.of(), null, null));
        return this;
    }

    public TestFleet withRole(String name, String role) {
        machines.put(name, new Machine(name, SERVER, List.of(), List.of(role), null, null));
        return this;
    }

    public TestFleet withWindow(String name, String window) {
        machines.put(name, new Machine(name, SERVER, List.of(), List.of(), null, window));
        return this;
    }

    public TestFleet cluster(String name, int nodes, String witness, String window, int roles) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            names.add(name + "-" + i);
            machines.put(name + "-" + i, new Machine(name + "-" + i, SERVER, List.of(), List.of(), name, null));
        }
        clusters.add(Api.tree("""
                {"cluster": "%s", "witness": "%s", "window": %s, "nodes": %s,
                 "clusteredRoles": [{"type": "generic", "count": %d}]}""".formatted(name, witness, window, Api.text(names), roles)));
        return this;
    }

    public TestFleet installs(String at, String machine, String kb) {
        events.add(new Event(at, null, machine, kb));
        return this;
    }

    public TestFleet offline(String at, String to, String machine) {
        events.add(new Event(at, to, machine, null));
        return this;
    }

    public TestFleet overlay(String row) {
        releases.add(Api.tree(row));
        return this;
    }
}
