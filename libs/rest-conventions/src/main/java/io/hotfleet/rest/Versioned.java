package io.hotfleet.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;

/// Something that people edit, and the count of its edits: its entity tag (RFC 9110). Who sends the tag as `If-Match`
/// changes nothing that somebody else has changed since.
public record Versioned<T>(T value, int version) {
    private static final String ANY = "*";

    public RestResponse<T> answer() {
        return answer(RestResponse.Status.OK);
    }

    public RestResponse<T> answer(RestResponse.Status status) {
        return RestResponse.ResponseBuilder.create(status, value)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /// @param ifMatch the header of a request; null where it came without one
    public static void require(String ifMatch, int version) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag(version)::equals)) {
            throw new ProblemException(
                    ProblemType.EDITED_MEANWHILE,
                    "It has the entity tag %s by now, not %s.".formatted(tag(version), ifMatch));
        }
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
