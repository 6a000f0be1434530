package io.hotfleet.simulator.manifest;

/// Draws without state: each is a function of its arguments alone, so nothing depends on order or repetition.
///
/// Keys are folded one after the other through the finaliser of SplitMix64; texts enter as 64-bit FNV-1a. A draw
/// costs some nanoseconds. Useless for secrets.
public final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Draw() {}

    public static long key(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    public static long bits(long seed, long first, long second, long third) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        mixed = mix((mixed ^ first) + GOLDEN_GAMMA);
        mixed = mix((mixed ^ second) + GOLDEN_GAMMA);
        return mix((mixed ^ third) + GOLDEN_GAMMA);
    }

    /// Uniform in [0, 1).
    public static double uniform(long seed, long first, long second, long third) {
        return (bits(seed, first, second, third) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
