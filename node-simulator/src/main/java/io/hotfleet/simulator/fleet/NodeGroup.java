package io.hotfleet.simulator.fleet;

import io.hotfleet.node.memory.Setup.Shape;
import io.hotfleet.node.workflow.Vbs;

/// Nodes that begin alike.
///
/// @param kb what is installed at the beginning
/// @param entitled whether they begin with an entitlement that does not end
/// @param cores processors that share the calls
record NodeGroup(
        NodeNames names, String product, String kb, Shape shape, Vbs vbs, int tableBytes, boolean entitled, int cores) {
    /// Whether a boot can apply a hotpatch.
    boolean hotpatches() {
        return vbs.running() && tableBytes > 0;
    }
}
