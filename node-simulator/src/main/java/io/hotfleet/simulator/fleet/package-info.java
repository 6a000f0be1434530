/// Live simulated fleets: what they consist of, where their clocks stand, which releases they know. A fleet is its
/// definition; what its nodes are follows from that and from their inputs (package `node`).
package io.hotfleet.simulator.fleet;
