package io.hotfleet.patch.track;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/// Machines whose tracks are asked for, at one moment.
///
/// @param releases rows that overlay the catalogue for this question alone; may be absent
record TrackRequest(
        @NotNull Instant at, JsonNode releases, @NotNull List<@NotNull @Valid Machine> machines) {
    /// @param kb null where nobody knows; then `eligible` tells what it has taken so far
    record Machine(
            @NotBlank @Size(max = 255) String machine,
            @NotBlank @Size(max = 64) String product,
            @Size(min = 1, max = 100) String kb,
            Boolean eligible) {}
}
