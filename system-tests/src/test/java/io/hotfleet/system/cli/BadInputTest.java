package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.SharedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong with an input is told in one line.
@ExtendWith(SharedStack.class)
class BadInputTest {

    private static final int MIB = 1 << 20;
    private static final byte[] ONE = text("fleet: f\nservers: [{name: a}]\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void isToldInOneLine(byte[] fleet, String told, List<String> options) throws IOException {
        Path file = Files.write(folder.resolve("fleet.yaml"), fleet);
        List<String> arguments = new ArrayList<>(List.of("rehearse", file.toString()));
        arguments.addAll(options);

        Cli.Result result = SharedStack.CLI.run(arguments.toArray(String[]::new));

        assertThat(result.exitCode()).as("said: %s", result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .singleElement()
                .asString()
                .startsWith("hotfleet: ")
                .contains(told);
    }

    static Stream<Arguments> isToldInOneLine() {
        return Stream.of(
                argumentSet("unknown field", text("fleet: f\nservers: [{name: a, colour: red}]\n"), "colour", none()),
                argumentSet("wrong value", text("fleet: f\nservers: [{name: a, vbs: maybe}]\n"), "configured", none()),
                argumentSet(
                        "overlapping ranges",
                        text("fleet: f\nservers: [{name: \"a-[1-5]\"}, {name: \"a-[5-9]\"}]\n"),
                        "a-5",
                        none()),
                argumentSet("cluster of one", text("fleet: f\nclusters: [{name: c, nodes: 1}]\n"), "nodes", none()),
                argumentSet(
                        "event for a stranger",
                        text(
                                "fleet: f\nservers: [{name: a}]\nevents: [{at: \"2025-05-01\", machine: stranger, install: KB5058411}]\n"),
                        "stranger",
                        none()),
                argumentSet(
                        "event with a release of another product",
                        text(
                                "fleet: f\nservers: [{name: a, product: windows-server-2022}]\nevents: [{at: \"2025-05-20\", machine: a, install: KB5058500}]\n"),
                        "KB5058500, which the catalogue does not hold for windows-server-2022",
                        none()),
                argumentSet("before all releases", ONE, "2020-01", List.of("--from", "2020-01")),
                argumentSet("unknown price plan", ONE, "free-beer", List.of("--price-plan", "free-beer")),
                argumentSet("nothing", new byte[0], "empty", none()),
                argumentSet("blank", text(" \n \n"), "fleet", none()),
                argumentSet("50 MB of YAML", new byte[50 * MIB], "16 MiB", none()),
                argumentSet("not UTF-8", new byte[] {'f', ':', (byte) 0xC3, (byte) 0x28, '\n'}, "UTF-8", none()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> none() {
        return List.of();
    }
}
