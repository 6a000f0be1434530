/// Where a rehearsal is read, checked and refused, before any work begins: its parameters, its fleet, its releases, and
/// what both services say to them. The plan that comes out can be run.
package io.hotfleet.simulator.rehearsal.request;
