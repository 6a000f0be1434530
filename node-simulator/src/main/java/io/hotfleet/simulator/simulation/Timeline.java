package io.hotfleet.simulator.simulation;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import io.hotfleet.simulator.inventory.MachineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// The fleet file's events as happenings of a period, in the file's order.
///
/// An install waits until its KB has appeared. Times away that touch or overlap are one; one that began before
/// the period begins with it. What lies outside the period plays no part, and is told.
///
/// @param warnings events left out, as a person reads it
public record Timeline(List<FleetEvent> happenings, List<String> warnings) {
    /// @param releases finds a release by product and KB
    /// @throws ProblemException where an event names a KB that cannot be installed
    public static Timeline of(Fleet fleet, Period period, BiFunction<String, String, Optional<Release>> releases) {
        Map<String, Machine> machines = new HashMap<>();
        fleet.machines().forEach(machine -> machines.put(machine.name(), machine));
        List<FleetEvent> happenings = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Map<String, List<MachineEvent.Offline>> absences = new TreeMap<>();
        for (MachineEvent event : fleet.events()) {
            switch (event) {
                case MachineEvent.Offline offline ->
                    absences.computeIfAbsent(offline.machine(), _ -> new ArrayList<>())
                            .add(offline);
                case MachineEvent.Install install -> {
                    Release release = require(install, machines.get(install.machine()), releases);
                    Instant at = install.at().isAfter(release.appears()) ? install.at() : release.appears();
                    add(
                            at,
                            period,
                            new FleetEvent.Install(Period.minute(at), install.machine(), release),
                            happenings,
                            warnings);
                }
                case MachineEvent.Change change ->
                    add(
                            change.at(),
                            period,
                            new FleetEvent.Change(Period.minute(change.at()), change.machine(), change.facts()),
                            happenings,
                            warnings);
            }
        }
        absences.forEach((machine, offline) -> addAbsences(machine, offline, period, happenings));
        return new Timeline(happenings, warnings);
    }

    private static Release require(
            MachineEvent.Install install, Machine machine, BiFunction<String, String, Optional<Release>> releases) {
        String product = machine.facts().product();
        Release release = releases.apply(product, install.kb())
                .orElseThrow(() -> ProblemException.invalid(
                        "/events",
                        install.machine() + " installs " + install.kb() + ", which the catalogue does not hold for "
                                + product + "; a KB of GET /api/v1/releases?product=" + product + " is accepted"));
        if (release.releaseDate() == null) {
            throw ProblemException.invalid(
                    "/events", install.machine() + " installs " + install.kb() + ", whose release date is not known");
        }
        return release;
    }

    private static void add(
            Instant at, Period period, FleetEvent happening, List<FleetEvent> happenings, List<String> warnings) {
        if (at.isBefore(period.start()) || !at.isBefore(period.end())) {
            warnings.add("The event of " + happening.machine() + " at " + at
                    + " lies outside the period and plays no part.");
        } else {
            happenings.add(happening);
        }
    }

    private static void addAbsences(
            String machine, List<MachineEvent.Offline> absences, Period period, List<FleetEvent> happenings) {
        long first = Period.minute(period.start());
        long last = Period.minute(period.settled());
        List<MachineEvent.Offline> ordered = new ArrayList<>(absences);
        ordered.sort(Comparator.comparing(MachineEvent.Offline::from));
        long from = -1;
        long to = -1;
        for (MachineEvent.Offline next : ordered) {
            long nextFrom = Math.max(first, Period.minute(next.from()));
            long nextTo = Math.min(last, Period.minute(next.to()));
            if (from >= 0 && nextFrom <= to) {
                to = Math.max(to, nextTo);
            } else {
                addAbsence(machine, from, to, happenings);
                from = nextFrom;
                to = nextTo;
            }
        }
        addAbsence(machine, from, to, happenings);
    }

    private static void addAbsence(String machine, long from, long to, List<FleetEvent> happenings) {
        if (from >= 0 && from < to) {
            happenings.add(new FleetEvent.Away(from, machine, to));
            happenings.add(new FleetEvent.Back(to, machine));
        }
    }
}
