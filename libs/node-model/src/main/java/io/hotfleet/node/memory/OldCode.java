package io.hotfleet.node.memory;

import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.memory.Segment.Invocation;
import io.hotfleet.node.memory.Setup.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The old code of one machine that is still in memory.
///
/// Who was running in it when it was replaced is a draw of (seed, hotpatch, image): in most images nobody, else up to
/// three invocations, most of which return within the hour, some after days. These shares are assumptions.
public final class OldCode {
    public static final long TIMED_SECONDS = 24 * 3_600;
    static final int INVOCATIONS_MAX = 3;
    static final double NOBODY = 0.7;
    static final double SHORT = 0.9;
    private static final long HOUR_SECONDS = 3_600;
    private static final long LONG_SECONDS = 5 * 86_400;
    /// No invocation lasts longer, unless it hangs.
    public static final long HELD_SECONDS_MAX = HOUR_SECONDS + LONG_SECONDS;

    private static final int PROCESS_DRAW = 10;
    private static final int THREAD_DRAW = 20;
    private static final int FRAME_DRAW = 30;

    private final List<Segment> segments = new ArrayList<>();

    List<Segment> segments() {
        return List.copyOf(segments);
    }

    /// @return whether it stays for now
    boolean keep(Segment segment) {
        boolean retained = segment.isRetained(segment.sinceSeconds());
        if (retained) {
            segments.add(segment);
        }
        return retained;
    }

    /// A segment that nothing holds any more leaves.
    List<Segment> release(long nowSeconds) {
        segments.replaceAll(segment -> segment.at(nowSeconds));
        return drop(segment -> !segment.isRetained(nowSeconds));
    }

    /// A process is gone with its threads.
    void end(int pid) {
        segments.replaceAll(segment -> segment.withHolders(
                segment.holders().stream().filter(holder -> holder.pid() != pid).toList()));
    }

    List<Segment> drop(Predicate<Segment> which) {
        List<Segment> gone = segments.stream().filter(which).toList();
        segments.removeAll(gone);
        return gone;
    }

    /// One piece of old code as a key of draws.
    ///
    /// @param fromPatch whether it lies in a patch image rather than in the image itself
    public static long key(String image, boolean fromPatch) {
        return Randoms.key(image) + (fromPatch ? 1 : 0);
    }

    /// When the last invocation leaves, in seconds after the code was replaced; 0 if none was in it.
    public static long heldSeconds(long seed, long kb, long segment) {
        long longest = 0;
        for (int i = invocations(seed, kb, segment); i > 0; i--) {
            longest = Math.max(longest, lastsSeconds(seed, kb, segment, i));
        }
        return longest;
    }

    /// Whether a piece of old code is still there, without the machine's memory at hand and without hung threads.
    ///
    /// @param ageSeconds since it was replaced
    /// @param heldSeconds of this piece, [#heldSeconds]; 0 will do from [#HELD_SECONDS_MAX] on
    public static boolean isRetained(Retention policy, long ageSeconds, long heldSeconds) {
        return switch (policy) {
            case REFERENCED -> ageSeconds < heldSeconds;
            case TIMED -> ageSeconds < TIMED_SECONDS || ageSeconds < heldSeconds;
            case UNTIL_RESTART -> true;
        };
    }

    /// @param candidates processes that may run the code
    /// @param frames RVAs of the functions in the segment
    static List<Invocation> holders(
            long seed, long kb, long segment, List<Invocation> candidates, List<Integer> frames) {
        List<Invocation> holders = new ArrayList<>();
        for (int i = candidates.isEmpty() ? 0 : invocations(seed, kb, segment); i > 0; i--) {
            Invocation who =
                    candidates.get((int) (candidates.size() * Randoms.uniform(seed, kb, segment, PROCESS_DRAW + i)));
            int frame = frames.get((int) (frames.size() * Randoms.uniform(seed, kb, segment, FRAME_DRAW + i)));
            int thread = 4 + 4 * (int) (16_384 * Randoms.uniform(seed, kb, segment, THREAD_DRAW + i));
            long ends = who.endsSeconds() + lastsSeconds(seed, kb, segment, i);
            holders.add(new Invocation(who.process(), who.pid(), thread, frame, ends));
        }
        return holders;
    }

    private static int invocations(long seed, long kb, long segment) {
        double u = Randoms.uniform(seed, kb, segment, 0);
        return u < NOBODY ? 0 : 1 + (int) ((u - NOBODY) / (1 - NOBODY) * INVOCATIONS_MAX);
    }

    private static long lastsSeconds(long seed, long kb, long segment, int number) {
        double u = Randoms.uniform(seed, kb, segment, number);
        if (u < SHORT) {
            double share = u / SHORT;
            return 1 + (long) (HOUR_SECONDS * share * share);
        }
        return HOUR_SECONDS + (long) (LONG_SECONDS * (u - SHORT) / (1 - SHORT));
    }
}
