package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.play.PlayProgress;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/// How far a running rehearsal is.
///
/// @param strategy of the play that is farthest behind
/// @param month that this play has reached
/// @param reports acknowledged so far, of all plays
/// @param rounds exchanges so far, of all plays
record Progress(int percent, String strategy, String month, long reports, long rounds, List<OfPlay> plays) {
    private static final int PERCENT_BEFORE_THE_REPORT = 99;

    record OfPlay(String strategy, String month, int percent, long reports, long rounds) {}

    static Progress of(List<PlayProgress> plays) {
        PlayProgress last = plays.stream()
                .min(Comparator.comparingDouble(PlayProgress::share))
                .orElseThrow();
        double share = plays.stream().mapToDouble(PlayProgress::share).average().orElseThrow();
        return new Progress(
                (int) (share * PERCENT_BEFORE_THE_REPORT),
                last.strategy().name(),
                month(last),
                plays.stream().mapToLong(PlayProgress::reports).sum(),
                plays.stream().mapToLong(PlayProgress::rounds).sum(),
                plays.stream()
                        .map(play -> new OfPlay(
                                play.strategy().name(),
                                month(play),
                                (int) (play.share() * 100),
                                play.reports(),
                                play.rounds()))
                        .toList());
    }

    private static String month(PlayProgress play) {
        return YearMonth.from(Instant.ofEpochSecond(play.minute() * 60).atZone(ZoneOffset.UTC))
                .toString();
    }
}
