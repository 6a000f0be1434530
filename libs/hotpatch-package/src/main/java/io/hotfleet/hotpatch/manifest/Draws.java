package io.hotfleet.hotpatch.manifest;

/// Draws without state: each is a function of its arguments alone, so that publisher and nodes make the same ones.
///
/// The keys are folded one after the other through the finaliser of SplitMix64; texts enter as 64-bit FNV-1a of
/// their UTF-16 units.
final class Draws {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Draws() {}

    static long key(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    static long bits(long seed, long first, long second, long third) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        mixed = mix((mixed ^ first) + GOLDEN_GAMMA);
        mixed = mix((mixed ^ second) + GOLDEN_GAMMA);
        return mix((mixed ^ third) + GOLDEN_GAMMA);
    }

    /// Uniform in [0, 1).
    static double uniform(long seed, long first, long second, long third) {
        return (bits(seed, first, second, third) >>> 11) * UNIT;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
