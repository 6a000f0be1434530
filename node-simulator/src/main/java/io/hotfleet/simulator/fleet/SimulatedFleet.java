package io.hotfleet.simulator.fleet;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.node.workflow.NodeSettings;
import io.hotfleet.node.workflow.NodeSettings.Withdrawal;
import io.hotfleet.node.workflow.NodeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A live fleet, as it was made: it never changes, only its clock and its nodes' inputs do.
///
/// @param number names it in the database; another fleet of the same name has another one
/// @param patchFleet the live fleet of patch-service whose commands its nodes take
/// @param fromSeconds when its nodes first boot, seconds since 1970
public record SimulatedFleet(
        long number,
        String name,
        Instant createdAt,
        long seed,
        long fromSeconds,
        FleetClock clock,
        Retention retention,
        Withdrawal withdrawal,
        Assumptions assumptions,
        Optional<String> patchFleet,
        List<NodeGroup> groups,
        List<ScenarioEvent> events,
        FleetReleases releases) {
    public static final int NODES_MAX = 1_000_000;
    static final int GROUPS_MAX = 100;

    /// One node of the fleet.
    ///
    /// @param position among all nodes, from 0, in the order of the groups
    /// @param kb what is installed at the beginning
    /// @param active whether it runs it, too
    public record Place(
            int position, String node, String product, String kb, String shape, boolean active, int cores) {}

    /// What the fleet's description lets happen to a node, in order of time.
    public record Planned(long atSeconds, NodeInput input) {}

    /// @param untilSeconds nothing later
    public List<Planned> planned(Place place, long untilSeconds) {
        List<Planned> planned = new ArrayList<>();
        for (ScenarioEvent event : events) {
            if (event.atSeconds() <= untilSeconds && event.hits(seed, place.node())) {
                planned.add(new Planned(event.atSeconds(), event.input(releases, place.product())));
            }
        }
        return planned;
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.names().size()).sum();
    }

    public Place place(int position) {
        int index = position;
        for (NodeGroup group : groups) {
            if (index < group.names().size()) {
                String name = group.names().name(index);
                boolean active = group.hotpatches()
                        || !releases.require(group.product(), group.kb()).isHotpatch();
                return new Place(
                        position, name, group.product(), group.kb(), Spelling.of(group.shape()), active, group.cores());
            }
            index -= group.names().size();
        }
        throw new IndexOutOfBoundsException(position);
    }

    public Optional<Place> find(String node) {
        int first = 0;
        for (NodeGroup group : groups) {
            int index = group.names().indexOf(node);
            if (index >= 0) {
                return Optional.of(place(first + index));
            }
            first += group.names().size();
        }
        return Optional.empty();
    }

    /// The node as it is at its first boot.
    public Node boot(Place place) {
        NodeGroup group = groups.stream()
                .filter(candidate -> candidate.names().indexOf(place.node()) >= 0)
                .findFirst()
                .orElseThrow();
        long drawn = Randoms.bits(seed, Randoms.key("node"), Randoms.key(place.node()), 0);
        NodeSettings settings = new NodeSettings(
                new Setup(drawn, group.shape(), group.tableBytes(), retention), withdrawal, assumptions);
        Node node = new Node(settings, releases.installation(group.product(), group.kb()), group.vbs(), fromSeconds);
        if (group.entitled()) {
            node.accept(new NodeInput.Entitled(NodeState.NEVER), fromSeconds);
        }
        return node;
    }
}
