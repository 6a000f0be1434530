/// What patch-service tells one node to do, and what the node answers.
package io.hotfleet.simulator.host.order;
