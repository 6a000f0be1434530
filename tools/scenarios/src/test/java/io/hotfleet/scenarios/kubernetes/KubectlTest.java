package io.hotfleet.scenarios.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {

    @TempDir
    private Path folder;

    @Test
    void whoeverGetsNoAnswerAsksAgain() throws IOException {
        Kubectl kubectl = failing("Unable to connect to the server: net/http: TLS handshake timeout");

        assertThat(kubectl.run("get", "nodes")).isEqualTo("asked: -n play get nodes\n");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void anAnswerIsTakenAsItIs() throws IOException {
        Kubectl kubectl = failing("Error from server (NotFound): pods \"sql-0\" not found");

        assertThatThrownBy(() -> kubectl.run("get", "pods", "sql-0"))
                .isInstanceOf(Failure.class)
                .hasMessage("kubectl get pods sql-0: Error from server (NotFound): pods \"sql-0\" not found");
        assertThat(asked()).isEqualTo(1);
    }

    private long asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked")).size();
    }

    /// A program that complains when it is started for the first time, and then says what it was asked.
    private Kubectl failing(String complaint) throws IOException {
        Path program = folder.resolve("kubectl");
        Files.writeString(program, """
                #!/bin/sh
                echo "asked: $*" >> %1$s
                [ "$(wc -l < %1$s)" -gt 1 ] || { echo '%2$s' >&2; exit 1; }
                echo "asked: $*"
                """.formatted(folder.resolve("asked"), complaint));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Kubectl.of(program.toString(), "play");
    }
}
