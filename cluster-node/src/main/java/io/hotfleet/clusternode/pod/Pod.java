package io.hotfleet.clusternode.pod;

import java.util.Map;
import java.util.OptionalInt;

/// Where a node runs.
public interface Pod extends AutoCloseable {
    /// How many nodes are wanted, those with the lowest ordinals; empty where nobody says.
    OptionalInt wanted();

    /// Shows the node's state to whoever lists the nodes of this place.
    ///
    /// @return false where it cannot be shown now
    boolean show(Map<String, String> labels, Map<String, String> annotations);

    @Override
    void close();

    /// A process that nothing scales and nobody lists.
    Pod NOWHERE = new Pod() {
        @Override
        public OptionalInt wanted() {
            return OptionalInt.empty();
        }

        @Override
        public boolean show(Map<String, String> labels, Map<String, String> annotations) {
            return true;
        }

        @Override
        public void close() {}
    };
}
