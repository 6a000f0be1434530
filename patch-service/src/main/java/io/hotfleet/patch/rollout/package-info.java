/// Rollouts of live fleets: their states, how people see and steer them, and the leader's reconcile loop.
/// Each fleet is reconciled in one transaction that starts with the term's fence.
package io.hotfleet.patch.rollout;
