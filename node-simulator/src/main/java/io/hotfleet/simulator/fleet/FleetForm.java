package io.hotfleet.simulator.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.node.workflow.Assumptions;
import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Durations;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A live fleet as a caller describes it; with all defaults filled in, as it is stored and shown.
///
/// @param from when its nodes first boot; the time of the request where it is not told
/// @param patchFleet the live fleet of patch-service whose commands its nodes take; none where it is not told
/// @param events what happens to the nodes, when
/// @param releases further releases, which replace the catalogue's of the same product and KB
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
public record FleetForm(
        Long seed,
        Instant from,
        ClockForm clock,
        PolicyForm policies,
        AssumptionsForm assumptions,
        String patchFleet,
        List<GroupForm> nodes,
        List<ScenarioEvent.EventForm> events,
        List<Release> releases) {
    /// @param mode `manual` or `live`
    /// @param factor of a live clock: fleet seconds that pass in one second
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockForm(String mode, Integer factor) {}

    /// @param retention `referenced`, `timed` or `until-restart`
    /// @param withdrawal `uninstall` or `restart-alone`
    /// @param folding whether a restart writes a hotpatch into the files
    public record PolicyForm(String retention, String withdrawal, Boolean folding) {}

    /// How long things take, each a [SpanForm]; absent for what a rehearsal assumes, too.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AssumptionsForm(SpanForm hotpatchInstall, SpanForm cumulativeInstall, SpanForm restart) {
        Assumptions all() {
            Map<String, Object> stated = new HashMap<>();
            put(stated, "hotpatchInstall", hotpatchInstall);
            put(stated, "cumulativeInstall", cumulativeInstall);
            put(stated, "restart", restart);
            return Assumptions.DEFAULTS.with(stated);
        }

        private static void put(Map<String, Object> stated, String name, SpanForm told) {
            if (told != null) {
                stated.put(name, told.span("assumptions/" + name));
            }
        }
    }

    /// `8m`, a median that is drawn around, or `{"fixed": "8m"}`.
    public record SpanForm(@JsonValue Object told) {
        private static final int SECONDS_MAX = 24 * 3_600;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public SpanForm {}

        Span span(String field) {
            boolean fixed =
                    told instanceof Map<?, ?> members && members.keySet().equals(Set.of("fixed"));
            Object text = fixed ? ((Map<?, ?>) told).get("fixed") : told;
            if (text instanceof String spelled
                    && Durations.SPELLING.matcher(spelled).matches()) {
                long seconds = Durations.seconds(spelled);
                if (seconds >= 1 && seconds <= SECONDS_MAX) {
                    return new Span((int) seconds, fixed);
                }
            }
            throw ProblemException.invalid(
                    "/" + field, "a duration such as 90s or 8m is accepted, up to 24h, or {\"fixed\": \"8m\"}");
        }
    }

    /// @param names one name, or a range such as `web-[001-120]`
    /// @param kb what is installed; the newest baseline at the beginning where it is not told
    /// @param shape `core`, `desktop`, `domain-controller` or `wsus`
    /// @param tableBytes the registry's HotPatchTableSize
    /// @param cores processors, 8 where it is not told
    public record GroupForm(
            String names,
            String product,
            String kb,
            String shape,
            VbsForm vbs,
            Integer tableBytes,
            Boolean entitled,
            Integer cores) {}

    /// @param enablers what asks for it: `registry`, `credential-guard`, `hvci`, `system-guard`, `secured-core`
    public record VbsForm(List<String> enablers, Boolean running) {}
}
