package io.hotfleet.simulator.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.simulator.client.Release;
import java.util.List;

/// A check as one JSON document.
///
/// @param fleet a fleet file
record CheckJson(JsonNode fleet, List<Release> releases, String at) {}
