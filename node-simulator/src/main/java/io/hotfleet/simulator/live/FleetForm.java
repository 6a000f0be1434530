package io.hotfleet.simulator.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.simulator.link.Release;
import java.time.Instant;
import java.util.List;

/// A live fleet as a caller describes it; with all defaults filled in, as it is stored and shown.
///
/// @param from when its nodes first boot; the time of the request where it is not told
/// @param patchFleet the live fleet of patch-service whose commands its nodes take; none where it is not told
/// @param events what happens to the nodes, when
/// @param releases further releases, which replace the catalogue's of the same product and KB
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FleetForm(
        Long seed,
        Instant from,
        ClockForm clock,
        PolicyForm policies,
        String patchFleet,
        List<GroupForm> nodes,
        List<FleetEvent.EventForm> events,
        List<Release> releases) {
    /// @param mode `manual` or `live`
    /// @param factor of a live clock: fleet seconds that pass in one second
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockForm(String mode, Integer factor) {}

    /// @param retention `referenced`, `timed` or `until-restart`
    /// @param withdrawal `uninstall` or `restart-alone`
    /// @param folding whether a restart writes a hotpatch into the files
    public record PolicyForm(String retention, String withdrawal, Boolean folding) {}

    /// @param names one name, or a range such as `web-[001-120]`
    /// @param kb what is installed; the newest baseline at the beginning where it is not told
    /// @param shape `core`, `desktop`, `domain-controller` or `wsus`
    /// @param tableBytes the registry's HotPatchTableSize
    public record GroupForm(
            String names, String product, String kb, String shape, VbsForm vbs, Integer tableBytes, Boolean entitled) {}

    /// @param enablers what asks for it: `registry`, `credential-guard`, `hvci`, `system-guard`, `secured-core`
    public record VbsForm(List<String> enablers, Boolean running) {}
}
