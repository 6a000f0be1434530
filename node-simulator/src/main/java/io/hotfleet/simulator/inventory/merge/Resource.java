package io.hotfleet.simulator.inventory.merge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// The Azure resource that speaks for a machine: enough to join what belongs to it, and to choose between two of one
/// host.
///
/// @param name as Azure calls it, which need not be the host's name
/// @param connected null where the row does not tell its status
/// @param key its id, shortened; zero where the row tells none
/// @param changed seconds since 1970 at which its status last changed; zero where the row tells none
/// @param hardware what identifies the machine below it, shortened; zero where the row tells none
public record Resource(String name, long key, Boolean connected, long changed, long hardware) {
    /// A short form of an id, compared without case: of 250,000 ids two are alike once in a billion fleets.
    public static long key(String id) {
        if (id == null) {
            return 0;
        }
        UUID hash = UUID.nameUUIDFromBytes(id.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
    }

    /// Whether this one speaks rather than the other: the connected one, else the one that changed later. A row that
    /// does not tell its state or its time settles nothing.
    boolean speaksBefore(Resource other) {
        if (connected == null || other.connected == null) {
            return false;
        }
        return connected.equals(other.connected) ? other.changed > 0 && changed > other.changed : connected;
    }

    boolean isConnected() {
        return Boolean.TRUE.equals(connected);
    }
}
