package io.hotfleet.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// The one error body (RFC 9457, `application/problem+json`).
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:hotfleet:problem:";

    /// One field at fault.
    ///
    /// @param pointer JSON pointer into the body, or the name of the parameter
    public record Fault(String pointer, String detail) {}

    static Problem of(String code, int status, String detail, List<Fault> errors) {
        return new Problem(TYPE_PREFIX + code, title(code), status, detail, errors);
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
