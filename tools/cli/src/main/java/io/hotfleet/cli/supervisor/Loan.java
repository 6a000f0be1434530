package io.hotfleet.cli.supervisor;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A service of the stack that somebody else runs, for as long as it is open; then the supervisor starts it again.
public final class Loan implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InputStream stream;
    private final Map<String, String> settings;

    /// @param stream one line of settings, then events until the loan ends
    Loan(InputStream stream) throws IOException {
        this.stream = stream;
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.settings = JSON.readValue(lines.readLine(), new TypeReference<Map<String, String>>() {});
        Thread.ofVirtual().start(() -> {
            try {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException e) {
                // the loan has ended
            }
        });
    }

    /// Environment with which the service is a member of the stack: its port, its database, the other services.
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // the supervisor has ended, and with it the loan
        }
    }
}
