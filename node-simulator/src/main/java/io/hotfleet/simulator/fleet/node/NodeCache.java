package io.hotfleet.simulator.fleet.node;

import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.simulator.fleet.FleetConfig;
import io.hotfleet.simulator.fleet.FleetService.Present;
import io.hotfleet.simulator.fleet.SimulatedFleet.Place;
import io.hotfleet.simulator.fleet.SimulatedFleet.Planned;
import io.hotfleet.simulator.fleet.node.InputLog.Key;
import io.hotfleet.simulator.fleet.node.InputLog.Logged;
import io.hotfleet.simulator.packages.FleetPackages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Nodes as they are now, and as they were: rebuilt from their logs, the ones looked at last kept in memory.
@ApplicationScoped
public class NodeCache {
    private final InputLog log;
    private final FleetPackages packages;
    private final Map<Key, Standing> kept;

    public NodeCache(InputLog log, FleetPackages packages, FleetConfig config) {
        this.log = log;
        this.packages = packages;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Standing> eldest) {
                return size() > config.nodesInMemoryMax();
            }
        };
    }

    /// Looks at a node as it is at the fleet's present. `view` must take with it only what does not change.
    public <T> T now(Present present, Place place, Function<Node, T> view) {
        Key key = new Key(present.fleet().number(), place.node());
        Standing standing;
        synchronized (kept) {
            standing = kept.computeIfAbsent(key, _ -> new Standing());
        }
        synchronized (standing) {
            return view.apply(standing.at(present, place, key));
        }
    }

    /// Looks at a node as it was.
    <T> T then(Present present, Place place, long atSeconds, Function<Node, T> view) {
        List<Logged> logged = log.after(new Key(present.fleet().number(), place.node()), 0).stream()
                .filter(entry -> entry.atSeconds() <= atSeconds)
                .toList();
        Standing standing = new Standing();
        standing.begin(present, place);
        standing.catchUp(present, place, logged, atSeconds);
        return view.apply(standing.node);
    }

    /// A node with the part of its log, and of the fleet's events, that it has seen.
    private final class Standing {
        private Node node;
        private int seen;
        private int planned;
        private long atSeconds;

        Node at(Present present, Place place, Key key) {
            List<Logged> fresh = log.after(key, seen);
            boolean late = !fresh.isEmpty() && fresh.getFirst().atSeconds() < atSeconds;
            if (node == null || late || present.nowSeconds() < atSeconds) {
                begin(present, place);
                fresh = log.after(key, 0);
            }
            catchUp(present, place, fresh, present.nowSeconds());
            return node;
        }

        private void begin(Present present, Place place) {
            node = present.fleet().boot(place);
            seen = 0;
            planned = 0;
            atSeconds = present.fleet().fromSeconds();
        }

        private void catchUp(Present present, Place place, List<Logged> fresh, long nowSeconds) {
            for (Logged logged : fresh) {
                plan(present, place, logged.atSeconds());
                node.accept(input(present, place, logged), logged.atSeconds());
                seen = logged.seq();
                atSeconds = logged.atSeconds();
            }
            atSeconds = Math.max(atSeconds, nowSeconds);
            plan(present, place, atSeconds);
            node.advance(atSeconds);
        }

        private NodeInput input(Present present, Place place, Logged logged) {
            long fleet = present.fleet().number();
            return logged.input()
                    .input(present.fleet().releases(), place.product(), digest -> packages.find(fleet, digest));
        }

        /// What the fleet's description lets happen comes before what was done to the node in the same second.
        private void plan(Present present, Place place, long untilSeconds) {
            List<Planned> all = present.fleet().planned(place, untilSeconds);
            all.subList(planned, all.size()).forEach(event -> node.accept(event.input(), event.atSeconds()));
            planned = all.size();
        }
    }
}
