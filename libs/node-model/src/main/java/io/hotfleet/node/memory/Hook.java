package io.hotfleet.node.memory;

/// One diverted function.
///
/// @param oldAddress where its callers still call
/// @param newAddress where they arrive
/// @param kb the hotpatch it leads to
/// @param sinceSeconds when the diversion was set to this target
public record Hook(String image, int rva, int slot, long oldAddress, long newAddress, String kb, long sinceSeconds) {
    private static final int SHORT_JUMP = 0xF9EB;

    /// The function's first four bytes while it is diverted: a two-byte jump back into its padding, where a near jump
    /// to the slot's stub lies; the other two bytes stay.
    static int divertedWord(int original) {
        return original & 0xFFFF_0000 | SHORT_JUMP;
    }

    static boolean isDiverted(int word) {
        return (word & 0xFFFF) == SHORT_JUMP;
    }

    Hook to(PatchImage patch, long atSeconds) {
        return new Hook(image, rva, slot, oldAddress, patch.addressOf(rva), patch.kb(), atSeconds);
    }
}
