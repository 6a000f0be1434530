package io.hotfleet.stack.scenario.year;

import io.hotfleet.stack.scenario.kube.PodCluster.Seen;
import java.util.List;

/// What a cluster's year looked like from outside.
///
/// @param restarts of each pod, as Kubernetes counts them
record YearResult(Way way, List<Integer> restarts, Seen seen) {}
