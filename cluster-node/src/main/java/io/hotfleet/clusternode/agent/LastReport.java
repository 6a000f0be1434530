package io.hotfleet.clusternode.agent;

/// What patch-service knows of a machine by its reports, part of `contract/patch/machines.json`.
///
/// @param kb what is installed; null where nobody has told
/// @param baseline of its track; null where there is none
/// @param seq number of its last report
public record LastReport(String machine, String kb, String baseline, boolean onTrack, int seq) {}
