package io.hotfleet.simulator.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The progress of a rehearsal as server-sent events, until it has ended or the listener has gone.
@ApplicationScoped
class ProgressStream {
    static final String MEDIA_TYPE = "text/event-stream";

    private final Rehearsals rehearsals;
    private final RehearsalConfig config;
    private final ObjectMapper json;

    ProgressStream(Rehearsals rehearsals, RehearsalConfig config, ObjectMapper json) {
        this.rehearsals = rehearsals;
        this.config = config;
        this.json = json;
    }

    StreamingOutput of(String id) {
        return out -> tell(id, out);
    }

    private void tell(String id, OutputStream out) throws IOException {
        RehearsalView view = rehearsals.require(id);
        while (true) {
            String event = "event: " + (view.ended() ? "end" : "progress") + "\ndata: " + json.writeValueAsString(view)
                    + "\n\n";
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (view.ended() || !rested(id)) {
                return;
            }
            view = rehearsals.require(id);
        }
    }

    private boolean rested(String id) {
        try {
            rehearsals.awaitEnd(id, config.progressEvery());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
