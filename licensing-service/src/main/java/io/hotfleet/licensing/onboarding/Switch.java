package io.hotfleet.licensing.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import java.util.Optional;

/// The body of both switches: `{"enabled": true}` or `{"enabled": false}`.
public final class Switch {
    private Switch() {}

    public static boolean read(byte[] body) {
        ObjectIn request = JsonIn.object(body);
        Optional<JsonNode> enabled = request.value("enabled").filter(JsonNode::isBoolean);
        if (enabled.isEmpty()) {
            request.fault("enabled", "has to be true or false.");
        }
        request.end();
        request.faults().throwIfAny();
        return enabled.map(JsonNode::booleanValue).orElse(false);
    }
}
