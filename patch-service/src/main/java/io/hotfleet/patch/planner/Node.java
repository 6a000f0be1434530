package io.hotfleet.patch.planner;

import io.hotfleet.patch.track.Track;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;

/// What is known of one machine from its reports.
///
/// @param seq its last report's number; 0 before the first
/// @param kb last installed release; null where none is known
/// @param failure the last install, where it failed and was not made good; null else
public record Node(
        int machine,
        int seq,
        String kb,
        Track track,
        boolean online,
        Fix fix,
        Failure failure,
        int restarts,
        int hotpatches,
        long downSeconds,
        Memory memory) {
    /// Whether it is to restart once for its fixes.
    public enum Fix {
        NONE,
        PENDING,
        DONE
    }

    /// @param kb what failed; `FIX` for a fix
    /// @param retryAt first minute of the next attempt
    public record Failure(String kb, int times, long retryAt) {
        public static final String FIX = "FIX";

        public static final int ATTEMPTS_MAX = 4;
        private static final int MINUTES_BETWEEN = 1_440;

        static Failure again(Failure before, String what, long at) {
            int times = before != null && before.kb().equals(what) ? before.times() + 1 : 1;
            return new Failure(what, times, at + MINUTES_BETWEEN);
        }

        boolean of(String what) {
            return kb.equals(what);
        }

        boolean exhausted() {
            return times >= ATTEMPTS_MAX;
        }
    }

    /// What its last report said about its memory.
    public record Memory(String vbs, int hooks, int patchKib, int retainedKib) {
        public static final Memory UNKNOWN = new Memory(null, 0, 0, 0);

        boolean deniesVbs() {
            return "off".equals(vbs) || "configured".equals(vbs);
        }
    }

    public static Node fresh(int machine, String kb, Track track) {
        return new Node(machine, 0, kb, track, true, Fix.NONE, null, 0, 0, 0, Memory.UNKNOWN);
    }

    public boolean onTrack() {
        return switch (track) {
            case OnTrack _ -> true;
            case OffTrack() -> false;
        };
    }

    /// The baseline that its track stands on; null off track, or where it is not known.
    public String baseline() {
        return switch (track) {
            case OnTrack(String baseline) -> baseline;
            case OffTrack() -> null;
        };
    }

    Node withOnline(boolean now) {
        return new Node(machine, seq, kb, track, now, fix, failure, restarts, hotpatches, downSeconds, memory);
    }

    Node withSeq(int now, Memory told) {
        return new Node(machine, now, kb, track, online, fix, failure, restarts, hotpatches, downSeconds, told);
    }

    Node withFix(Fix now) {
        return new Node(machine, seq, kb, track, online, now, failure, restarts, hotpatches, downSeconds, memory);
    }

    Node failed(Failure now) {
        return new Node(machine, seq, kb, track, online, fix, now, restarts, hotpatches, downSeconds, memory);
    }

    Node installed(String nowKb, Track nowTrack) {
        return new Node(machine, seq, nowKb, nowTrack, online, fix, null, restarts, hotpatches, downSeconds, memory);
    }

    Node withInstall(boolean restart, boolean hotpatch, long seconds) {
        return new Node(
                machine,
                seq,
                kb,
                track,
                online,
                fix,
                failure,
                restarts + (restart ? 1 : 0),
                hotpatches + (hotpatch ? 1 : 0),
                downSeconds + seconds,
                memory);
    }
}
