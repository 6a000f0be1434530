package io.hotfleet.simulator.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.simulator.client.Release;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A check as one JSON document.
///
/// @param fleet a fleet file
@RegisterForReflection(registerFullHierarchy = true)
record CheckJson(JsonNode fleet, List<Release> releases, String at) {}
