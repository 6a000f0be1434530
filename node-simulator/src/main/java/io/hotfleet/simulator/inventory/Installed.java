package io.hotfleet.simulator.inventory;

import java.time.LocalDate;
import java.util.List;

/// What was measured of the updates that a machine has. Which of them decides its track only the catalogue tells.
///
/// @param updates by number, each KB once
/// @param build such as `26100.6899`, or `26100` where no source tells the revision; null where none tells the build
public record Installed(List<Update> updates, String build) {
    /// An update of a list of installed ones.
    ///
    /// @param dated whether the list tells a date at all
    /// @param on null where none is told, or where it cannot be read for certain
    public record Update(String kb, boolean dated, LocalDate on) {
        /// Of two mentions of one update the one that tells more of its date, the earlier date of two.
        public Update or(Update other) {
            if (on != null && other.on != null) {
                return on.isAfter(other.on) ? other : this;
            }
            boolean tellsMore = on != null || other.on == null && dated;
            return tellsMore ? this : other;
        }
    }
}
