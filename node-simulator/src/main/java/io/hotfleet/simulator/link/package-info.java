/// The two doors out of the simulator: what it asks of licensing-service and of patch-service, in our own
/// words. The interfaces know nothing of HTTP; every call may be repeated.
package io.hotfleet.simulator.link;
