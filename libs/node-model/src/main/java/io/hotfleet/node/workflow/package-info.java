/// How a hotpatch gets into a simulated machine's memory, what can go wrong on the way, and what a restart makes of it.
/// Pure: a node takes inputs with their times and moves between states; no service, no clock, all chance from the seed.
package io.hotfleet.node.workflow;
