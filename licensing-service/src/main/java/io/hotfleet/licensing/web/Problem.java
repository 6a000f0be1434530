package io.hotfleet.licensing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// The body of every error (RFC 9457).
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String title, String detail) {
        return new Problem("urn:hotfleet:problem:" + code, title, status, detail, List.of());
    }
}
