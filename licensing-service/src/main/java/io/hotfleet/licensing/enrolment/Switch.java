package io.hotfleet.licensing.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.ObjectIn;
import java.util.Optional;

/// The body of both switches: `{"enabled": true}` or `{"enabled": false}`.
final class Switch {
    private Switch() {}

    static boolean read(byte[] body) {
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
