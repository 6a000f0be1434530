/// What hotpatching costs a machine, in a few figures: cheap enough to ask a million machines at every report.
/// Each figure equals that of the detailed memory model, from which the tables are made once a release and shape.
package io.hotfleet.node.memory.cost;
