package io.hotfleet.simulator.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// A service understood a call and refused it; repeating would not help.
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DETAIL_CHARS_MAX = 500;

    private final int status;
    private final String detail;

    CallRefused(String service, String call, int status, String detail) {
        super(service + " refused " + call + " with " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /// What the service said was wrong, in its own words.
    public String detail() {
        return detail;
    }

    /// The detail of a problem document, with the first field at fault; the title or the body's begin if there
    /// is none.
    static String detailOf(byte[] body, ObjectMapper json) {
        try {
            JsonNode problem = json.readTree(body);
            JsonNode text = problem.hasNonNull("detail") ? problem.get("detail") : problem.path("title");
            JsonNode fault = problem.path("errors").path(0);
            String where = fault.isMissingNode()
                    ? ""
                    : " (" + fault.path("pointer").asText() + ": "
                            + fault.path("detail").asText() + ")";
            return shortened(text.asText() + where);
        } catch (IOException e) {
            return "no problem document in its answer";
        }
    }

    private static String shortened(String text) {
        return text.length() <= DETAIL_CHARS_MAX ? text : text.substring(0, DETAIL_CHARS_MAX) + "…";
    }
}
