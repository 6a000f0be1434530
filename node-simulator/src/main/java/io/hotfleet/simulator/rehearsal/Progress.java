package io.hotfleet.simulator.rehearsal;

import io.hotfleet.simulator.simulation.RunProgress;
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

    static Progress of(List<RunProgress> plays) {
        RunProgress last = plays.stream()
                .min(Comparator.comparingDouble(RunProgress::share))
                .orElseThrow();
        double share = plays.stream().mapToDouble(RunProgress::share).average().orElseThrow();
        return new Progress(
                (int) (share * PERCENT_BEFORE_THE_REPORT),
                last.strategy().name(),
                month(last),
                plays.stream().mapToLong(RunProgress::reports).sum(),
                plays.stream().mapToLong(RunProgress::rounds).sum(),
                plays.stream()
                        .map(play -> new OfPlay(
                                play.strategy().name(),
                                month(play),
                                (int) (play.share() * 100),
                                play.reports(),
                                play.rounds()))
                        .toList());
    }

    private static String month(RunProgress play) {
        return YearMonth.from(Instant.ofEpochSecond(play.minute() * 60).atZone(ZoneOffset.UTC))
                .toString();
    }
}
