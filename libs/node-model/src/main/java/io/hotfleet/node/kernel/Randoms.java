package io.hotfleet.node.kernel;

/// The only randomness of the simulator: draws without state.
///
/// A draw is a function of its arguments alone, hence independent of order, threads, strategy and of how often
/// it is asked. The keys are folded one after the other through the finaliser of SplitMix64, whose output bits
/// all depend on all input bits; texts enter as 64-bit FNV-1a of their UTF-16 units. Good for simulations,
/// useless for secrets.
public final class Randoms {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Randoms() {}

    /// A text as a key of draws. Keep it where the same text draws often.
    public static long key(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /// All 64 bits of a draw.
    public static long bits(long seed, long first, long second, long third) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        mixed = mix((mixed ^ first) + GOLDEN_GAMMA);
        mixed = mix((mixed ^ second) + GOLDEN_GAMMA);
        return mix((mixed ^ third) + GOLDEN_GAMMA);
    }

    /// Uniform in [0, 1).
    public static double uniform(long seed, long first, long second, long third) {
        return (bits(seed, first, second, third) >>> 11) * UNIT;
    }

    /// Factor on a median duration: half of the draws lie in 0.8 … 1.0, the other half in 1.0 … 1.5.
    public static double factor(double u) {
        return u < 0.5 ? 0.8 + 0.4 * u : 0.5 + u;
    }

    /// A drawn duration in whole seconds, rounded half up.
    ///
    /// @param step which part of the work: no two steps share a draw
    public static int seconds(int medianSeconds, long seed, long machine, long kb, int step) {
        return (int) Math.floor(medianSeconds * factor(uniform(seed, machine, kb, step)) + 0.5);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
