/// Votes of a failover cluster: dynamic quorum with a dynamic witness.
/// Pure: a value goes in with what happens to a node, a value comes out.
package io.hotfleet.patch.failover;
