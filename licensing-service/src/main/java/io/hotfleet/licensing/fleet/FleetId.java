package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.rest.ProblemException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a fleet is called.
@Schema(type = SchemaType.STRING)
public record FleetId(@JsonValue String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    public FleetId {
        if (!NAME.matcher(value).matches()) {
            throw ProblemException.invalid(
                    "fleet",
                    "'" + value + "' is not a fleet's name: up to 200 letters, digits, dots, dashes, underscores.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
