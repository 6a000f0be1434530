/// The leader's work for live fleets: rollouts begin, units are decided when they are due, and what stops them is told.
/// Each fleet's turn is one transaction that starts with the term's fence.
package io.hotfleet.patch.rollout;
