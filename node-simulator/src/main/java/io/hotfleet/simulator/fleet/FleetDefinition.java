package io.hotfleet.simulator.fleet;

import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.Vbs;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.fleet.FleetForm.ClockForm;
import io.hotfleet.simulator.fleet.FleetForm.GroupForm;
import io.hotfleet.simulator.fleet.FleetForm.PolicyForm;
import io.hotfleet.simulator.fleet.FleetForm.VbsForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what a caller describes: fills in the defaults, checks it, makes a fleet of it.
final class FleetDefinition {
    private static final String PRODUCT = "windows-server-2025";
    private static final int FACTOR = 1;
    /// A small server has this many.
    private static final int CORES = 8;
    private static final int CORES_MAX = 2_048;
    private static final VbsForm VBS = new VbsForm(List.of(Spelling.of(Vbs.Enabler.HVCI)), true);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private FleetDefinition() {}

    /// @param catalogue gives the releases of a product
    static FleetForm filled(FleetForm told, Instant now, Function<String, List<Release>> catalogue) {
        if (told.nodes() == null || told.nodes().isEmpty() || told.nodes().size() > SimulatedFleet.GROUPS_MAX) {
            throw ProblemException.invalid(
                    "/nodes", "1 to " + SimulatedFleet.GROUPS_MAX + " groups of nodes are accepted");
        }
        if (told.nodes().contains(null)) {
            throw ProblemException.invalid("/nodes", "every group is an object");
        }
        Instant from = told.from() == null ? now.truncatedTo(ChronoUnit.SECONDS) : told.from();
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST) || from.getNano() != 0) {
            throw ProblemException.invalid(
                    "/from", "'" + from + "' is not accepted; whole seconds from 2000 to 2099 are");
        }
        ScenarioEvent.requireValues(Objects.requireNonNullElse(told.events(), List.of()));
        List<GroupForm> groups =
                told.nodes().stream().map(FleetDefinition::filled).toList();
        List<Release> releases = releases(groups, told.releases(), catalogue);
        FleetReleases known = new FleetReleases(releases, false);
        return new FleetForm(
                told.seed() == null ? 1L : told.seed(),
                from,
                filled(told.clock()),
                filled(told.policies()),
                told.assumptions(),
                patchFleet(told.patchFleet()),
                groups.stream().map(group -> withKb(group, known, from)).toList(),
                told.events(),
                releases);
    }

    /// @param form as [#filled] made it
    static SimulatedFleet fleet(FleetForm form, long number, String name, Instant createdAt) {
        List<NodeGroup> groups = new ArrayList<>();
        for (GroupForm group : form.nodes()) {
            groups.add(group(group, "nodes/" + groups.size()));
        }
        List<ScenarioEvent> events = events(form);
        PolicyForm policies = form.policies();
        SimulatedFleet fleet = new SimulatedFleet(
                number,
                name,
                createdAt,
                form.seed(),
                form.from().getEpochSecond(),
                clock(form.clock()),
                Spelling.choice(Retention.class, policies.retention(), "policies/retention"),
                Spelling.choice(Withdrawal.class, policies.withdrawal(), "policies/withdrawal"),
                assumptions(form),
                Optional.ofNullable(form.patchFleet()),
                List.copyOf(groups),
                events,
                new FleetReleases(form.releases(), policies.folding()));
        groups.forEach(group -> fleet.releases().require(group.product(), group.kb()));
        checkOffers(fleet);
        return fleet;
    }

    private static Assumptions assumptions(FleetForm form) {
        return form.assumptions() == null
                ? Assumptions.DEFAULTS
                : form.assumptions().all();
    }

    /// Asked once, when the fleet is made: a stored one has passed.
    static void checkNames(SimulatedFleet fleet) {
        long size =
                fleet.groups().stream().mapToLong(group -> group.names().size()).sum();
        if (size > SimulatedFleet.NODES_MAX) {
            throw ProblemException.invalid("/nodes", size + " nodes are too many; up to 1,000,000 are accepted");
        }
        for (int i = 0; i < fleet.groups().size(); i++) {
            for (int j = 0; j < i; j++) {
                if (fleet.groups().get(i).names().overlaps(fleet.groups().get(j).names())) {
                    throw ProblemException.invalid(
                            "/nodes/" + i + "/names", "names a node that nodes/" + j + " names, too");
                }
            }
        }
    }

    /// In the order in which they happen.
    private static List<ScenarioEvent> events(FleetForm form) {
        List<ScenarioEvent.EventForm> told = Objects.requireNonNullElse(form.events(), List.of());
        if (told.size() > ScenarioEvent.EVENTS_MAX) {
            throw ProblemException.invalid(
                    "/events", told.size() + " are too many; up to " + ScenarioEvent.EVENTS_MAX + " are accepted");
        }
        List<ScenarioEvent> events = new ArrayList<>();
        for (ScenarioEvent.EventForm event : told) {
            events.add(ScenarioEvent.of(event, events.size(), form.from().getEpochSecond()));
        }
        return events.stream()
                .sorted(Comparator.comparingLong(ScenarioEvent::atSeconds).thenComparingInt(ScenarioEvent::number))
                .toList();
    }

    /// What an event offers must be a release of every product that has nodes here.
    private static void checkOffers(SimulatedFleet fleet) {
        for (ScenarioEvent event : fleet.events()) {
            if (event.what().offer() != null) {
                fleet.groups().forEach(group -> fleet.releases()
                        .require(group.product(), event.what().offer()));
            }
        }
    }

    private static String patchFleet(String told) {
        if (told != null && !NodeNames.NAME.matcher(told).matches()) {
            throw ProblemException.invalid("/patchFleet", "'" + told + "' is no name of a fleet");
        }
        return told;
    }

    private static ClockForm filled(ClockForm told) {
        String mode = told == null || told.mode() == null ? "manual" : told.mode();
        boolean live = mode.equals("live");
        if (!live && told != null && told.factor() != null) {
            throw ProblemException.invalid("/clock/factor", "is for live clocks alone");
        }
        return new ClockForm(mode, live ? Objects.requireNonNullElse(told.factor(), FACTOR) : null);
    }

    private static FleetClock clock(ClockForm form) {
        return switch (form.mode()) {
            case "manual" -> new FleetClock.Manual();
            case "live" -> {
                if (form.factor() < 1 || form.factor() > FleetClock.FACTOR_MAX) {
                    throw ProblemException.invalid(
                            "/clock/factor", form.factor() + " is not accepted; 1 to " + FleetClock.FACTOR_MAX + " is");
                }
                yield new FleetClock.Live(form.factor());
            }
            default -> throw ProblemException.invalid("/clock/mode", "'" + form.mode() + "' is none of manual, live");
        };
    }

    private static PolicyForm filled(PolicyForm told) {
        PolicyForm given = told == null ? new PolicyForm(null, null, null) : told;
        return new PolicyForm(
                Objects.requireNonNullElse(given.retention(), Spelling.of(Retention.REFERENCED)),
                Objects.requireNonNullElse(given.withdrawal(), Spelling.of(Withdrawal.UNINSTALL)),
                Objects.requireNonNullElse(given.folding(), false));
    }

    private static GroupForm filled(GroupForm told) {
        VbsForm vbs = told.vbs() == null ? VBS : told.vbs();
        return new GroupForm(
                told.names(),
                Objects.requireNonNullElse(told.product(), PRODUCT),
                told.kb(),
                Objects.requireNonNullElse(told.shape(), Spelling.of(Shape.CORE)),
                new VbsForm(
                        Objects.requireNonNullElse(vbs.enablers(), VBS.enablers()),
                        Objects.requireNonNullElse(vbs.running(), true)),
                Objects.requireNonNullElse(told.tableBytes(), Setup.TABLE_BYTES),
                Objects.requireNonNullElse(told.entitled(), true),
                Objects.requireNonNullElse(told.cores(), CORES));
    }

    private static GroupForm withKb(GroupForm group, FleetReleases known, Instant from) {
        if (group.kb() != null) {
            return group;
        }
        String newest = known.newestBaseline(group.product(), from)
                .map(Release::kb)
                .orElseThrow(() -> ProblemException.invalid(
                        "/from", "no baseline of " + group.product() + " has appeared by " + from));
        return new GroupForm(
                group.names(),
                group.product(),
                newest,
                group.shape(),
                group.vbs(),
                group.tableBytes(),
                group.entitled(),
                group.cores());
    }

    private static NodeGroup group(GroupForm form, String field) {
        Vbs vbs = new Vbs(
                form.vbs().enablers().stream()
                        .map(text -> Spelling.choice(Vbs.Enabler.class, text, field + "/vbs/enablers"))
                        .collect(Collectors.toSet()),
                form.vbs().running() && !form.vbs().enablers().isEmpty());
        Shape shape = Spelling.choice(Shape.class, form.shape(), field + "/shape");
        try {
            new Setup(0, shape, form.tableBytes(), Retention.REFERENCED);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/" + field + "/tableBytes", e.getMessage());
        }
        int cores = Objects.requireNonNullElse(form.cores(), CORES);
        if (cores < 1 || cores > CORES_MAX) {
            throw ProblemException.invalid(
                    "/" + field + "/cores", cores + " is not accepted; 1 to " + CORES_MAX + " is");
        }
        return new NodeGroup(
                NodeNames.of(form.names(), field + "/names"),
                form.product(),
                form.kb(),
                shape,
                vbs,
                form.tableBytes(),
                form.entitled(),
                cores);
    }

    private static List<Release> releases(
            List<GroupForm> groups, List<Release> overlay, Function<String, List<Release>> catalogue) {
        List<Release> all = new ArrayList<>(overlay == null ? List.of() : overlay);
        for (String product : groups.stream()
                .map(group -> KnownReleases.rowsOf(group.product()))
                .collect(Collectors.toCollection(TreeSet::new))) {
            for (Release row : catalogue.apply(product)) {
                boolean replaced = overlay != null
                        && overlay.stream()
                                .anyMatch(other -> other.kb().equals(row.kb())
                                        && other.product().equals(row.product()));
                if (!replaced) {
                    all.add(row);
                }
            }
        }
        return all;
    }
}
