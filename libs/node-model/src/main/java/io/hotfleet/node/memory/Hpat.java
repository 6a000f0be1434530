package io.hotfleet.node.memory;

import io.hotfleet.node.memory.PatchRefused.Status;
import java.util.Arrays;
import java.util.BitSet;

/// The hot patch address table behind one image: jump stubs, their 64-bit targets, and how to undo each.
///
/// Pairs of a code page and a data page, 512 slots a pair: the stub of slot i lies at
/// `base + (i >> 9) * 8192 + (i & 511) * 8`, its pointer exactly one page later. The space is reserved when the image
/// is mapped; a pair takes memory while one of its slots is in use. A slot remembers the RVA of the function that
/// jumps to it and the first four bytes that were there.
final class Hpat {
    static final int SLOTS_PER_PAIR = 512;
    static final int PAIR_BYTES = 8_192;
    static final int POINTER_OFFSET = 4_096;
    private static final int SLOT_BYTES = 8;

    private final long address;
    private final int slots;
    private final BitSet used = new BitSet();
    private long[] pointers = {};
    private int[] undoRva = {};
    private int[] undoWord = {};

    /// One pair for every 4096 bytes of HotPatchTableSize; whether the setting counts one or both pages is not known.
    Hpat(long address, int tableBytes) {
        this.address = address;
        this.slots = tableBytes / Setup.PAGE_BYTES * SLOTS_PER_PAIR;
    }

    int free() {
        return slots - used.cardinality();
    }

    BitSet used() {
        return (BitSet) used.clone();
    }

    /// Takes the lowest free slot.
    int take(int rva, int word, long pointer) {
        int slot = used.nextClearBit(0);
        if (slot >= slots) {
            throw new PatchRefused(Status.TABLE_FULL, "all " + slots + " slots are in use");
        }
        retake(slot, rva, word, pointer);
        return slot;
    }

    /// Takes a certain slot, to undo its release.
    void retake(int slot, int rva, int word, long pointer) {
        if (slot >= pointers.length) {
            int length = Math.min(slots, (slot / SLOTS_PER_PAIR + 1) * SLOTS_PER_PAIR);
            pointers = Arrays.copyOf(pointers, length);
            undoRva = Arrays.copyOf(undoRva, length);
            undoWord = Arrays.copyOf(undoWord, length);
        }
        used.set(slot);
        pointers[slot] = pointer;
        undoRva[slot] = rva;
        undoWord[slot] = word;
    }

    void point(int slot, long pointer) {
        pointers[slot] = pointer;
    }

    long pointer(int slot) {
        return pointers[slot];
    }

    int undoRva(int slot) {
        return undoRva[slot];
    }

    /// Frees a slot and tells the bytes to put back.
    int release(int slot) {
        used.clear(slot);
        return undoWord[slot];
    }

    long stubAddress(int slot) {
        return address + (long) (slot >> 9) * PAIR_BYTES + (slot & 511) * SLOT_BYTES;
    }

    long pointerAddress(int slot) {
        return stubAddress(slot) + POINTER_OFFSET;
    }

    /// Pairs that take memory, as the addresses of their code pages.
    long[] pairs() {
        long[] pairs = new long[slots / SLOTS_PER_PAIR];
        int count = 0;
        for (int slot = used.nextSetBit(0);
                slot >= 0;
                slot = used.nextSetBit(slot / SLOTS_PER_PAIR * SLOTS_PER_PAIR + SLOTS_PER_PAIR)) {
            pairs[count++] = address + (long) (slot / SLOTS_PER_PAIR) * PAIR_BYTES;
        }
        return Arrays.copyOf(pairs, count);
    }

    static long reservedBytes(int tableBytes) {
        return (long) tableBytes / Setup.PAGE_BYTES * PAIR_BYTES;
    }
}
