package io.hotfleet.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.output.OutputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNamedAsTheUserWroteIt() {
        assertThatThrownBy(() -> InputFile.of("no/such.yaml"))
                .isInstanceOf(Failure.class)
                .hasMessage("no/such.yaml does not exist");
    }

    @Test
    void aFolderIsNoFleet() {
        assertThatThrownBy(() -> InputFile.of(folder.toString())).hasMessageEndingWith("is a folder, not a file");
    }

    @Test
    void anEmptyFileIsNoFleet() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.yaml"));

        assertThatThrownBy(() -> InputFile.of(empty.toString())).hasMessageEndingWith("is empty");
    }

    @Test
    void yamlHasALimitOfItsOwn() throws IOException {
        Path big = folder.resolve("big.yaml");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(50L * 1024 * 1024);
        }

        assertThatThrownBy(() -> InputFile.of(big.toString()))
                .hasMessageEndingWith("has 50 MiB, accepted are 16 MiB of YAML (CSV and JSON: 512 MiB)");
    }

    @Test
    void standardInputIsReadOnce() {
        assertThatThrownBy(() -> InputFile.all(List.of("-", "-"))).hasMessage("standard input can be named once only");
    }

    @Test
    void aReportReplacesAnEarlierOneWhole() throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), "a longer text of an earlier run");

        OutputFile.of(report.toString()).write(new ByteArrayInputStream("{}".getBytes()));

        assertThat(report).hasContent("{}");
        assertThat(folder).isDirectoryContaining(report::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> OutputFile.of("no/such/folder/report.json"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("no/such/folder/report.json cannot be written");
    }
}
