package io.hotfleet.scenarios.year;

import io.hotfleet.scenarios.kubernetes.PodCluster.Seen;
import java.util.List;

/// What a cluster's year looked like from outside.
///
/// @param restarts of each pod, as Kubernetes counts them
record YearResult(ClusterVariant variant, List<Integer> restarts, Seen seen) {}
