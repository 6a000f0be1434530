/// What patch-service tells one node to install, how the node does it, and what it keeps on its disk of its own past.
/// Commands are taken one after the other; each is reported once it is done.
package io.hotfleet.clusternode.agent;
