package io.hotfleet.licensing.entitlement;

import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.fleet.Name;
import io.hotfleet.rest.BodyRules;
import io.hotfleet.rest.Faults;
import io.hotfleet.rest.JsonBody;
import io.hotfleet.rest.Limit;
import io.hotfleet.rest.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// For whom to sign: machines by name, or a page of the fleet. Exactly one of the two is not null.
@JsonBody
record EntitlementRequest(
        List<@NotNull(message = "has to be a machine's name.") MachineId> machines,
        @Valid PageOf page) implements BodyRules {
    record PageOf(
            @Name String after, @Min(1) @Max(Limit.MAX) Integer limit) {}

    @Override
    public void check(Faults faults) {
        if ((machines == null) == (page == null)) {
            faults.add("/machines", "either `machines` or `page` has to be there.");
        }
    }

    PageRequest paging() {
        int limit = page.limit() == null ? Limit.DEFAULT.items() : page.limit();
        return PageRequest.of(page.after() == null ? "" : page.after(), limit);
    }
}
