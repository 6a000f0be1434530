package io.hotfleet.rest;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which part of a list is asked for, with `?after` and `?limit`. A bean of parameters.
public class PageRequest {
    private static final int KEY_CHARS_MAX = 255;

    @RestQuery
    @Parameter(description = "The `next` of the page before; the list begins without it")
    String after;

    @RestQuery
    @Parameter(description = "Items of a page at most")
    Limit limit;

    public static PageRequest of(String after, int limit) {
        PageRequest request = new PageRequest();
        request.after = after;
        request.limit = new Limit(limit);
        return request;
    }

    /// The key behind which the page begins; empty at the start of the list.
    public String after() {
        String key = after == null ? "" : after;
        if (key.length() > KEY_CHARS_MAX || key.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    "after", "at most %d characters, none of them a control character".formatted(KEY_CHARS_MAX));
        }
        return key;
    }

    /// The same for who begins elsewhere than before every key.
    public Optional<String> cursor() {
        return Optional.of(after()).filter(key -> !key.isEmpty());
    }

    public int limit() {
        return (limit == null ? Limit.DEFAULT : limit).items();
    }

    /// One more than asked for, so that the last page is known as such.
    public int fetch() {
        return limit() + 1;
    }
}
