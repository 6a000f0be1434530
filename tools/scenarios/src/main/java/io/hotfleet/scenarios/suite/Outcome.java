package io.hotfleet.scenarios.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a scenario ended: figures, what was to be seen, and which promises held; or why it was not played to its end.
public final class Outcome {

    private final String scenario;
    private final Duration took;
    private final Object figures;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Boolean> promises = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final String failure;
    private String text = "";

    /// @param figures of any shape that JSON has
    public Outcome(String scenario, Duration took, Object figures) {
        this(scenario, took, figures, null);
    }

    private Outcome(String scenario, Duration took, Object figures, String failure) {
        this.scenario = scenario;
        this.took = took;
        this.figures = figures;
        this.failure = failure;
    }

    /// Of a scenario that was not played to its end: it says nothing about promises.
    public static Outcome failed(String scenario, Duration took, String reason) {
        return new Outcome(scenario, took, List.of(), reason);
    }

    public Outcome text(String table) {
        text = table;
        return this;
    }

    public Outcome note(String line) {
        notes.add(line);
        return this;
    }

    public Outcome promise(String what, boolean held) {
        promises.put(what, held);
        return this;
    }

    /// Written into the output folder.
    public Outcome file(String name, String content) {
        files.put(name, content);
        return this;
    }

    public String scenario() {
        return scenario;
    }

    public Map<String, String> files() {
        return files;
    }

    public boolean hasFailed() {
        return failure != null;
    }

    /// Played to its end, and every promise held.
    public boolean isFine() {
        return !hasFailed() && !promises.containsValue(false);
    }

    /// For machines.
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario);
        json.put("seconds", took.toSeconds());
        json.put("figures", figures);
        json.put("notes", notes);
        json.put("promises", promises);
        json.put("failure", failure);
        return json;
    }

    /// For people.
    public String show() {
        StringBuilder shown = new StringBuilder();
        shown.append("%s, %d s%n".formatted(scenario, took.toSeconds()));
        shown.append(text.isEmpty() ? "" : text);
        if (hasFailed()) {
            shown.append("  FAILED  ").append(failure).append('\n');
        }
        notes.forEach(note -> shown.append("  ").append(note).append('\n'));
        promises.forEach((what, held) ->
                shown.append(held ? "  kept    " : "  BROKEN  ").append(what).append('\n'));
        return shown.toString();
    }
}
