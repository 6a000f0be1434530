package io.hotfleet.licensing.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.rest.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A point of a fleet's time, as bodies tell it: fleets live on whole minutes.
@Schema(type = SchemaType.STRING, format = "date-time")
public record Minute(@JsonValue Instant instant) {
    @JsonCreator
    public static Minute of(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                return new Minute(time);
            }
        } catch (DateTimeException _) {
            // told below, like a time with seconds
        }
        throw ProblemException.invalid("at", "has to be a whole minute in UTC such as 2025-01-14T18:00:00Z.");
    }
}
