/// Machines and what is known of them from which minute on. Machines with equal histories share one timeline,
/// so that gates and bills are worked out once for all of them.
package io.hotfleet.licensing.machine;
