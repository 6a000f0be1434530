package io.hotfleet.cli.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads server-sent events: their data, one call each. Names, ids and comments are passed over.
final class EventStream {

    private static final String DATA = "data:";

    private EventStream() {}

    /// Returns when the stream ends.
    static void read(InputStream stream, Consumer<String> onData) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    data.append(line.substring(DATA.length()).strip()).append('\n');
                } else if (line.isEmpty() && !data.isEmpty()) {
                    onData.accept(data.toString().strip());
                    data.setLength(0);
                }
            }
        }
    }
}
