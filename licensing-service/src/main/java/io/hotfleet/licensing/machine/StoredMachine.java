package io.hotfleet.licensing.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.FactsIn;
import io.hotfleet.licensing.eligibility.Span;
import io.hotfleet.licensing.eligibility.Timeline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The distinct fact sets and timelines of some machines, as rows. An id is a digest of what it stands for,
/// so equal content meets in one row whoever writes it.
final class StoredMachine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Facts, UUID> factIds = new LinkedHashMap<>();
    private final Map<UUID, String> facts = new TreeMap<>();
    private final Map<UUID, Timeline> timelines = new TreeMap<>();
    private final Map<Timeline, UUID> timelineIds = new IdentityHashMap<>();

    StoredMachine(Collection<Machine> machines) {
        for (Machine machine : machines) {
            timelineIds.computeIfAbsent(machine.timeline(), this::add);
        }
    }

    UUID id(Machine machine) {
        return timelineIds.get(machine.timeline());
    }

    UUID[] factIds() {
        return facts.keySet().toArray(UUID[]::new);
    }

    String[] factTexts() {
        return facts.values().toArray(String[]::new);
    }

    UUID[] timelineIds() {
        return timelines.keySet().toArray(UUID[]::new);
    }

    /// Array literals: the database unnests arrays of arrays too far, so the inner ones travel as text.
    String[] timelineMinutes() {
        return literals(span -> "\"" + span.since() + "\"");
    }

    String[] timelineFacts() {
        return literals(span -> factIds.get(span.facts()).toString());
    }

    static Facts facts(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return FactsIn.all(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts cannot be read: " + json, e);
        }
    }

    private String[] literals(Function<Span, String> part) {
        List<String> literals = new ArrayList<>();
        for (Timeline timeline : timelines.values()) {
            literals.add(timeline.spans().stream().map(part).collect(Collectors.joining(",", "{", "}")));
        }
        return literals.toArray(String[]::new);
    }

    private UUID add(Timeline timeline) {
        StringBuilder content = new StringBuilder();
        for (Span span : timeline.spans()) {
            UUID id = factIds.computeIfAbsent(span.facts(), this::add);
            content.append(span.since()).append(' ').append(id).append('\n');
        }
        UUID id = digest(content.toString());
        timelines.put(id, timeline);
        return id;
    }

    private UUID add(Facts set) {
        String text = text(set);
        UUID id = digest(text);
        facts.put(id, text);
        return id;
    }

    private static String text(Facts set) {
        try {
            return JSON.writeValueAsString(set);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first half of a SHA-256.
    private static UUID digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
