/// What hooks, old code and the diverting itself cost a machine. Documented formulae over named constants, since nobody
/// has published measurements.
package io.hotfleet.simulator.overhead;
