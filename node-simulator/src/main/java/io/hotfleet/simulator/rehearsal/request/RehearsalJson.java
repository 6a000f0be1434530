package io.hotfleet.simulator.rehearsal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.simulator.client.Release;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A rehearsal as one JSON document.
///
/// @param fleet a fleet file
@RegisterForReflection(registerFullHierarchy = true)
public record RehearsalJson(
        JsonNode fleet,
        List<Release> releases,
        String from,
        String to,
        String seed,
        String pricePlan,
        String runs,
        String detail) {}
