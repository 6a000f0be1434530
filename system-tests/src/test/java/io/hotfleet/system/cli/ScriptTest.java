package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.system.stack.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script in a checkout of its own, with programs that end as they are told to.
class ScriptTest {

    @TempDir
    Path checkout;

    private record Ended(int status, String err) {}

    @BeforeEach
    void aCheckoutThatWasNeverBuilt() throws IOException {
        Files.copy(Cli.ROOT.resolve("hotfleet"), checkout.resolve("hotfleet"));
        Files.createDirectories(checkout.resolve("target"));
        Files.createDirectories(checkout.resolve("jdk/bin"));
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "");
    }

    // as a JVM ends after SIGINT and SIGTERM
    @ParameterizedTest
    @ValueSource(ints = {130, 143})
    void whoInterruptsTheBuildIsNotToldThatItFailed(int status) throws Exception {
        program("bin/mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || exit " + status);

        Ended ended = run(false, "--version");

        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.err()).contains("building").doesNotContain("failed");
    }

    @Test
    void aBuildThatFailsIsToldWithItsLog() throws Exception {
        program("bin/mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || { echo '[ERROR] no'; exit 1; }");

        Ended ended = run(false, "--version");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("[ERROR] no", "the build failed; its log: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 143})
    void whoInterruptsLearningInterruptsTheCommand(int status) throws Exception {
        program("jdk/bin/java", "exit " + status);

        Ended ended = run(true, "learn");

        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.err()).doesNotContain("failed");
        assertThat(checkout.resolve("target/learning")).doesNotExist();
    }

    @Test
    void learningThatFailsMakesLaterStartsSlowAndNothingElse() throws Exception {
        program("jdk/bin/java", "exit 1");

        Ended ended = run(true, "learn");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).contains("that failed, later starts are as slow as this one");
    }

    private void program(String path, String commands) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(boolean built, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(checkout.resolve("hotfleet").toString(), argument);
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        builder.environment().merge("PATH", checkout.resolve("bin").toString(), (path, own) -> own + ":" + path);
        builder.environment().put("HOTFLEET_NO_BUILD", built ? "1" : "0");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), err);
    }
}
