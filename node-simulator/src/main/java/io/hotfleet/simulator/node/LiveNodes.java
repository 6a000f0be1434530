package io.hotfleet.simulator.node;

import io.hotfleet.simulator.live.Fleets.Present;
import io.hotfleet.simulator.live.LiveConfig;
import io.hotfleet.simulator.live.SimulatedFleet.Place;
import io.hotfleet.simulator.node.InputLog.Key;
import io.hotfleet.simulator.node.InputLog.Logged;
import io.hotfleet.simulator.workflow.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Nodes as they are now, and as they were: rebuilt from their logs, the ones looked at last kept in memory.
@ApplicationScoped
public class LiveNodes {
    private final InputLog log;
    private final Map<Key, Standing> kept;

    LiveNodes(InputLog log, LiveConfig config) {
        this.log = log;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Standing> eldest) {
                return size() > config.nodesInMemoryMax();
            }
        };
    }

    /// Looks at a node as it is at the fleet's present. `view` must take with it only what does not change.
    <T> T now(Present present, Place place, Function<Node, T> view) {
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
        Node node = present.fleet().boot(place);
        for (Logged logged : log.after(new Key(present.fleet().number(), place.node()), 0)) {
            if (logged.atSeconds() > atSeconds) {
                break;
            }
            accept(node, logged, present, place);
        }
        node.advance(atSeconds);
        return view.apply(node);
    }

    private static void accept(Node node, Logged logged, Present present, Place place) {
        node.accept(logged.input().input(present.fleet().releases(), place.product()), logged.atSeconds());
    }

    /// A node with the part of its log that it has seen.
    private final class Standing {
        private Node node;
        private int seen;
        private long atSeconds;

        Node at(Present present, Place place, Key key) {
            List<Logged> fresh = log.after(key, seen);
            boolean late = !fresh.isEmpty() && fresh.getFirst().atSeconds() < atSeconds;
            if (node == null || late || present.nowSeconds() < atSeconds) {
                node = present.fleet().boot(place);
                seen = 0;
                atSeconds = present.fleet().fromSeconds();
                fresh = log.after(key, 0);
            }
            for (Logged logged : fresh) {
                accept(node, logged, present, place);
                seen = logged.seq();
                atSeconds = logged.atSeconds();
            }
            atSeconds = Math.max(atSeconds, present.nowSeconds());
            node.advance(atSeconds);
            return node;
        }
    }
}
