package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.rest.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a machine is called in its fleet: anything that can be printed.
@Schema(type = SchemaType.STRING)
public record MachineId(@JsonValue String value) implements Comparable<MachineId> {
    private static final int CHARS_MAX = 255;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MachineId {
        if (value.isBlank() || value.length() > CHARS_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid("machine", "has to be a text of 1 to 255 printable characters.");
        }
    }

    @Override
    public int compareTo(MachineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
