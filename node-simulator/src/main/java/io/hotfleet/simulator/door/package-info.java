/// Where a rehearsal is read, checked and refused, before any work begins: its terms, its fleet, its releases,
/// and what both services say to them. What leaves the door can be played.
package io.hotfleet.simulator.door;
