package io.hotfleet.simulator.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.simulator.fleet.FleetForm.AssumptionsForm;
import io.hotfleet.simulator.fleet.FleetForm.ClockForm;
import io.hotfleet.simulator.fleet.FleetForm.GroupForm;
import io.hotfleet.simulator.fleet.FleetForm.PolicyForm;
import java.time.Instant;
import java.util.List;

/// A live fleet as it is shown, its defaults filled in.
///
/// @param now where its clock stands
/// @param size number of nodes
/// @param releases how many it knows
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FleetView(
        String fleet,
        long seed,
        Instant from,
        Instant now,
        ClockForm clock,
        PolicyForm policies,
        AssumptionsForm assumptions,
        String patchFleet,
        int size,
        List<GroupForm> nodes,
        List<ScenarioEvent.EventForm> events,
        int releases) {
    static FleetView of(FleetService.Present present, FleetForm form) {
        return new FleetView(
                present.fleet().name(),
                form.seed(),
                form.from(),
                Instant.ofEpochSecond(present.nowSeconds()),
                form.clock(),
                form.policies(),
                form.assumptions(),
                form.patchFleet(),
                present.fleet().size(),
                form.nodes(),
                form.events(),
                form.releases().size());
    }
}
