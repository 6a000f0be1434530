/// The pod around a node: what it shows to whoever lists pods, and whether it is to go for good.
package io.hotfleet.simulator.host.pod;
