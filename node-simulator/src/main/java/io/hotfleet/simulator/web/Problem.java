package io.hotfleet.simulator.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// The body of every error answer, RFC 9457.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    /// A field at fault.
    record Fault(String pointer, String detail) {}

    static Problem of(int status, String code, String title, String detail, List<Fault> errors) {
        return new Problem("urn:hotfleet:problem:" + code, title, status, detail, errors);
    }
}
