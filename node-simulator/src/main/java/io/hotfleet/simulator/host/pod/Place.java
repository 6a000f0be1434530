package io.hotfleet.simulator.host.pod;

import java.util.Map;

/// Where a node runs.
public interface Place extends AutoCloseable {
    /// Whether fewer nodes are wanted, so that this one does not come back.
    boolean isScaledIn();

    /// Shows the node's state to whoever lists the nodes of this place.
    ///
    /// @return false where it cannot be shown now
    boolean show(Map<String, String> labels, Map<String, String> annotations);

    @Override
    void close();

    /// A process that nothing scales and nobody lists.
    Place NOWHERE = new Place() {
        @Override
        public boolean isScaledIn() {
            return false;
        }

        @Override
        public boolean show(Map<String, String> labels, Map<String, String> annotations) {
            return true;
        }

        @Override
        public void close() {}
    };
}
