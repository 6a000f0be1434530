package io.hotfleet.simulator.live;

import io.hotfleet.simulator.memory.Setup.Shape;
import io.hotfleet.simulator.workflow.Vbs;

/// Nodes that begin alike.
///
/// @param kb what is installed at the beginning
/// @param entitled whether they begin with an entitlement that does not end
record NodeGroup(NodeNames names, String product, String kb, Shape shape, Vbs vbs, int tableBytes, boolean entitled) {}
