package io.hotfleet.patch.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a fleet is called by those who made it. Tables know it by a number instead.
@Schema(type = SchemaType.STRING)
public record FleetId(@JsonValue String value) implements Comparable<FleetId> {
    /// Called by the framework, which finds it by its name.
    public static FleetId fromString(String text) {
        return new FleetId(text);
    }

    @Override
    public int compareTo(FleetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
