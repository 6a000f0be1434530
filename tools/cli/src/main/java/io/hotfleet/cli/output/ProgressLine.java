package io.hotfleet.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;

/// How far a rehearsal is: a bar on a terminal, elsewhere a line every few seconds.
public final class ProgressLine {

    private static final int BAR_WIDTH = 30;
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final boolean quiet;
    private long lastLine = System.nanoTime();

    public ProgressLine(boolean quiet) {
        this.quiet = quiet;
    }

    /// @param event a rehearsal as node-simulator shows it
    public void show(JsonNode event) {
        if (quiet || !event.has("percent")) {
            return;
        }
        int percent = Math.clamp(event.path("percent").asInt(), 0, 100);
        JsonNode progress = event.path("progress");
        String text = "%s %s"
                .formatted(
                        progress.path("month").asText(""),
                        progress.path("strategy")
                                .asText("")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '))
                .strip();
        if (Messages.onTerminal()) {
            int done = percent * BAR_WIDTH / 100;
            Messages.show("[%s%s] %3d %% %s".formatted("#".repeat(done), ".".repeat(BAR_WIDTH - done), percent, text));
        } else if (System.nanoTime() - lastLine >= LINE_EVERY.toNanos()) {
            lastLine = System.nanoTime();
            Messages.print("%d %% %s".formatted(percent, text));
        }
    }
}
