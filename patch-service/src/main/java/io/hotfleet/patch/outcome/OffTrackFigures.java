package io.hotfleet.patch.outcome;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.track.Track;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Machines that would not get a hotpatch at a month's end, by product: gates, track, or a missed baseline.
///
/// Taken from the history, so that it is exact also where a command crossed the month's end.
final class OffTrackFigures {
    private static final int CHUNK = 5_000;
    private static final String TRACKS = """
            select machine, -1 at, 0 seq, baseline, on_track from machine
            where fleet = $1 and machine > $2 and machine <= $3
            union all
            select machine, at, seq, baseline, on_track from history
            where fleet = $1 and machine > $2 and machine <= $3 and track_moved
            order by machine, seq""";
    private static final OffTrack OFF = new OffTrack();

    private final KnownFleet known;
    private final List<YearMonth> months;
    private final Map<Month, Integer> counts = new HashMap<>();
    private final Map<Standing, Boolean> current = new HashMap<>();
    private Member machine;
    private Track track;
    private int month;

    private record Month(String product, YearMonth month) {}

    private record Standing(String product, Track track, YearMonth month) {}

    private OffTrackFigures(KnownFleet known) {
        this.known = known;
        this.months = known.plan().months();
    }

    static OffTrackFigures read(Transaction transaction, FleetRow fleet, KnownFleet known) {
        OffTrackFigures offTracks = new OffTrackFigures(known);
        if (known.plan().definition().strategy().hotpatches()) {
            for (int from = 0; from < fleet.machines(); from += CHUNK) {
                transaction.rows(TRACKS, fleet.number(), from, from + CHUNK).forEach(offTracks::add);
            }
            offTracks.countUntil(Minutes.NEVER);
        }
        return offTracks;
    }

    int of(String product, YearMonth month) {
        return counts.getOrDefault(new Month(product, month), 0);
    }

    private void add(Row row) {
        if (machine == null || machine.number() != row.getInteger(0)) {
            countUntil(Minutes.NEVER);
            machine = known.topology().machine((int) row.getInteger(0));
            month = 0;
        } else {
            countUntil(row.getInteger(1));
        }
        track = row.getBoolean(4) ? new OnTrack(row.getString(3)) : OFF;
    }

    /// Judges the track held until now at all month ends before a minute.
    private void countUntil(long minute) {
        while (machine != null && month < months.size() && end(months.get(month)) < minute) {
            if (isOff(months.get(month))) {
                counts.merge(new Month(machine.product(), months.get(month)), 1, Integer::sum);
            }
            month++;
        }
    }

    private boolean isOff(YearMonth of) {
        return !known.entitlements().gates(machine.number(), end(of) - 1).isEmpty()
                || !current.computeIfAbsent(new Standing(machine.product(), track, of), this::current);
    }

    private boolean current(Standing standing) {
        return Track.current(
                standing.track(),
                standing.product(),
                Minutes.instant(end(standing.month())),
                known.plan().catalogue());
    }

    private static long end(YearMonth month) {
        return Minutes.firstOf(month.plusMonths(1));
    }
}
