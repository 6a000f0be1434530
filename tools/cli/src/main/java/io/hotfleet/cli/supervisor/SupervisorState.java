package io.hotfleet.cli.supervisor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.process.PrivateFile;
import io.hotfleet.cli.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// How to reach the supervisor; the file is readable by its owner alone.
///
/// @param secret without which the supervisor answers nobody
record SupervisorState(ProcessMark supervisor, int port, String secret) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The state of a supervisor that lives.
    static Optional<SupervisorState> read(Home home) {
        try {
            if (!Files.exists(home.state())) {
                return Optional.empty();
            }
            SupervisorState state = JSON.readValue(home.state().toFile(), SupervisorState.class);
            return state.supervisor().alive() ? Optional.of(state) : Optional.empty();
        } catch (IOException e) {
            // half a file cannot be; one of another version can
            return Optional.empty();
        }
    }

    void write(Home home) throws IOException {
        PrivateFile.write(home.state(), JSON.writeValueAsString(this));
    }
}
