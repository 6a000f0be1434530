package io.hotfleet.patch.fleet.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.Strategy;
import java.time.Instant;
import java.time.YearMonth;

/// A fleet as it is told.
///
/// @param from first month of a rehearsal; absent for a live fleet, as `to`
/// @param at the fleet's time: everything before it is decided in a rehearsal
/// @param definition what it was told, defaults filled in; absent in lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record FleetView(
        FleetId fleet,
        boolean live,
        Strategy strategy,
        YearMonth from,
        YearMonth to,
        Instant at,
        int clusters,
        int machines,
        FleetDefinition definition) {
    FleetView with(FleetDefinition told) {
        return new FleetView(fleet, live, strategy, from, to, at, clusters, machines, told);
    }
}
