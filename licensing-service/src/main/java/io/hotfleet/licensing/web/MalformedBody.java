package io.hotfleet.licensing.web;

import com.fasterxml.jackson.core.JsonProcessingException;

/// The body is not JSON at all; the place where reading stopped is named.
final class MalformedBody extends Refusal {
    private static final long serialVersionUID = 1L;

    MalformedBody(JsonProcessingException e) {
        super(400, "malformed-body", "The body is not valid JSON", e.getOriginalMessage() + place(e));
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
