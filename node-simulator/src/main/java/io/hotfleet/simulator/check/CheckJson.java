package io.hotfleet.simulator.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.simulator.link.Release;
import java.util.List;

/// A check as one JSON document.
///
/// @param fleet a fleet file
record CheckJson(JsonNode fleet, List<Release> releases, String at) {}
