package io.hotfleet.scenarios.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.scenarios.kubernetes.ServiceApi;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A live fleet of patch-service, whose clock the player of a scenario paces.
///
/// @param id of the fleet
public record LiveFleet(ServiceApi patch, String id) {

    /// A month's rollout of the only product there is.
    ///
    /// @param reason why it is held; empty else
    public record Rollout(String id, String state, String reason, Instant appeared, int done, int machines) {

        public boolean isFinished() {
            return state.equals("FINISHED");
        }

        @Override
        public String toString() {
            return "%s %s %d/%d%s".formatted(id, state, done, machines, reason.isEmpty() ? "" : " (" + reason + ")");
        }
    }

    /// Made anew: a fleet of this name that is there already is removed first.
    public void define(Map<String, ?> body) {
        remove();
        patch.put(path(""), body);
    }

    public void enter(List<Map<String, ?>> clusters, List<? extends Map<String, ?>> machines) {
        patch.put(path("/clusters"), clusters);
        patch.put(path("/machines"), machines);
    }

    /// @param factor fleet seconds that pass in a real one
    public void pace(double factor) {
        patch.put(path("/clock"), Map.of("factor", factor));
    }

    public Instant now() {
        return Instant.parse(patch.get(path("/clock")).path("at").asText());
    }

    /// The newest rollout; before the first one, a finished one of the fleet's beginning.
    public Rollout rollout() {
        JsonNode items = patch.get(path("/rollouts?limit=100")).path("items");
        if (items.isEmpty()) {
            return new Rollout("none yet", "FINISHED", "", Instant.EPOCH, 0, 0);
        }
        JsonNode last = items.get(items.size() - 1);
        return new Rollout(
                last.path("id").asText(),
                last.path("state").asText(),
                last.path("reason").asText("").replaceAll("^null$", ""),
                Instant.parse(last.path("appeared").asText()),
                last.path("done").asInt(),
                last.path("machines").asInt());
    }

    public JsonNode summary() {
        return patch.get(path("/summary"));
    }

    /// At most 1,000.
    public List<JsonNode> machines() {
        return patch.get(path("/machines?limit=1000"))
                .path("items")
                .valueStream()
                .toList();
    }

    public void remove() {
        patch.delete(path(""));
    }

    private String path(String rest) {
        return "/api/v1/fleets/" + id + rest;
    }
}
