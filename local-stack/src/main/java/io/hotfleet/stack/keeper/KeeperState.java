package io.hotfleet.stack.keeper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.stack.Home;
import io.hotfleet.stack.process.PrivateFile;
import io.hotfleet.stack.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// How to reach the keeper; the file is readable by its owner alone.
///
/// @param secret without which the keeper answers nobody
record KeeperState(ProcessMark keeper, int port, String secret) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The state of a keeper that lives.
    static Optional<KeeperState> read(Home home) {
        try {
            if (!Files.exists(home.state())) {
                return Optional.empty();
            }
            KeeperState state = JSON.readValue(home.state().toFile(), KeeperState.class);
            return state.keeper().alive() ? Optional.of(state) : Optional.empty();
        } catch (IOException e) {
            // half a file cannot be; one of another version can
            return Optional.empty();
        }
    }

    void write(Home home) throws IOException {
        PrivateFile.write(home.state(), JSON.writeValueAsString(this));
    }
}
