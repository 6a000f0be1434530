package io.hotfleet.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// The one error body (RFC 9457, `application/problem+json`).
///
/// @param errors what is at fault, all of it at once as far as it can be told
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(registerFullHierarchy = true)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /// No more than the status tells (RFC 9457, 4.2.1).
    private static final String BLANK = "about:blank";

    /// One field or parameter at fault: it has the one or the other.
    ///
    /// @param pointer JSON pointer (RFC 6901) into the body; the name of a form's field after a slash
    /// @param parameter name of a parameter of the query or the path
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String pointer, String parameter, String detail) {
        /// @param where a pointer, which is empty or begins with a slash, or else the name of a parameter
        public static Fault at(String where, String detail) {
            boolean pointer = where.isEmpty() || where.startsWith("/");
            return pointer ? new Fault(where, null, detail) : new Fault(null, where, detail);
        }

        public String where() {
            return pointer == null ? parameter : pointer;
        }

        String sentence() {
            return where().isEmpty() ? detail : where() + ": " + detail;
        }
    }

    static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    static Problem of(ProblemType type, String detail, List<Fault> errors) {
        return new Problem(type.urn(), type.title(), type.status(), detail, errors);
    }

    static Problem blank(int status, String phrase) {
        return new Problem(BLANK, phrase, status, null, List.of());
    }
}
