package io.hotfleet.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The number of items that a page may hold, as callers give it.
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100")
public record Limit(int items) {
    public static final int MAX = 1_000;
    public static final Limit DEFAULT = new Limit(100);

    /// Called by the framework, which finds it by its name.
    public static Limit fromString(String text) {
        try {
            int items = Integer.parseInt(text);
            if (items >= 1 && items <= MAX) {
                return new Limit(items);
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        throw ProblemException.invalid("limit", "'%s' is not a whole number from 1 to %,d".formatted(text, MAX));
    }
}
