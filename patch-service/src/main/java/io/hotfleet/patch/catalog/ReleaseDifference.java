package io.hotfleet.patch.catalog;

import io.hotfleet.rest.Problem.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Names the fields in which two releases of one key differ.
final class ReleaseDifference {
    private static final Map<String, Function<Release, Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("month", Release::month);
        FIELDS.put("releaseDate", Release::releaseDate);
        FIELDS.put("kind", Release::kind);
        FIELDS.put("build", Release::build);
        FIELDS.put("revision", Release::revision);
        FIELDS.put("planned", Release::planned);
        FIELDS.put("restart", Release::restart);
        FIELDS.put("track", Release::track);
        FIELDS.put("baseline", Release::baseline);
        FIELDS.put("confidence", Release::confidence);
        FIELDS.put("source", Release::source);
        FIELDS.put("note", Release::note);
    }

    private ReleaseDifference() {}

    static List<Fault> faults(Release known, Release sent, String pointer) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(known), field.getValue().apply(sent)))
                .map(field -> Fault.at(
                        pointer + "/" + field.getKey(),
                        "%s of %s is '%s', the import says '%s'"
                                .formatted(
                                        sent.kb(),
                                        sent.product(),
                                        field.getValue().apply(known),
                                        field.getValue().apply(sent))))
                .toList();
    }
}
