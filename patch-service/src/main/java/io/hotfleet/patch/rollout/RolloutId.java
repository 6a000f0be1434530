package io.hotfleet.patch.rollout;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a rollout is called within its fleet: month first, so that ids are in order of time.
@Schema(type = SchemaType.STRING)
record RolloutId(@JsonValue String value) {
    static RolloutId of(String product, YearMonth month) {
        return new RolloutId(month + "-" + product);
    }

    /// Called by the framework, which finds it by its name.
    public static RolloutId fromString(String text) {
        return new RolloutId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
