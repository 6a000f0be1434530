/// One node of a failover cluster as a process of its own: readiness, sessions and exits follow the node. Its peers are
/// the other pods of its StatefulSet; patch-service tells it what to install.
package io.hotfleet.clusternode.pod;
