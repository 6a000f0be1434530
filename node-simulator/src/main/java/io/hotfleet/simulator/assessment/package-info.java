/// Who can hotpatch at one instant and what to do for the others: the gates of licensing-service with the track
/// of patch-service merged in. A rehearsal takes its start from the same assessment.
package io.hotfleet.simulator.assessment;
