/// A client of a cluster's role, and what it sees of it from outside: failed requests, broken sessions, outages.
package io.hotfleet.simulator.host.load;
