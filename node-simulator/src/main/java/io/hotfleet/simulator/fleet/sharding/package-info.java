/// How several simulators share the nodes of live fleets: each works out its part from its ordinal and their number.
/// In Kubernetes both are those of a StatefulSet, whose scale can be asked for here; elsewhere there is one simulator.
package io.hotfleet.simulator.fleet.sharding;
