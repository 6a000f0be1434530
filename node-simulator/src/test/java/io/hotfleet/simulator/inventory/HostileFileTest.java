package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are broken or meant to break the reader cost one line, whatever their size.
class HostileFileTest {
    static Stream<Arguments> emptyOrForeign() {
        return Stream.of(
                argumentSet("empty", "x.yaml", "", "x.yaml: is empty"),
                argumentSet("blank", "x.json", " \n\n", "x.json: is empty"),
                argumentSet("comments only", "x.yaml", "# nothing\n", "x.yaml:1: is empty"),
                argumentSet(
                        "neither",
                        "x",
                        "lorem ipsum",
                        "x:1: is none of the accepted kinds: fleet file (YAML, JSON), CSV, "
                                + "JSON of Resource Graph, azcmagent show -j or PowerShell's ConvertTo-Json"),
                argumentSet(
                        "key twice",
                        "x.yaml",
                        "servers:\n - name: a\n   vbs: off\n   vbs: running",
                        "x.yaml:4: servers[0].vbs is there twice"),
                argumentSet(
                        "section twice", "x.yaml", "servers: [a]\nservers: [b]", "x.yaml:2: servers is there twice"),
                argumentSet(
                        "alias",
                        "x.yaml",
                        "servers:\n - &a {name: a}\n - *a",
                        "x.yaml:3: servers[1] *a is not accepted: YAML aliases are not read, repeat the value"),
                argumentSet(
                        "alias bomb",
                        "x.yaml",
                        "servers:\n - name: a\n   roles: &a [x, x]\n - name: b\n   roles: [*a, *a]",
                        "x.yaml:5: servers[1].roles[0] *a is not accepted: YAML aliases are not read, repeat the value"),
                argumentSet(
                        "two documents",
                        "x.yaml",
                        "servers: [a]\n---\nservers: [b]",
                        "x.yaml:3: is more than one document: accepted is one fleet a file"));
    }

    static Stream<Arguments> brokenOrHostile() {
        return Stream.of(
                argumentSet(
                        "a list",
                        "x.yaml",
                        "- a",
                        "x.yaml:1: is not a fleet file: accepted are the sections "
                                + "fleet, defaults, clusters, servers, assumptions, policy, events"),
                argumentSet(
                        "broken YAML",
                        "x.yaml",
                        "servers:\n  - name: a\n  cores: 8",
                        "x.yaml:3: not YAML: expected <block end>, but found '?'"),
                argumentSet(
                        "cut JSON",
                        "x.json",
                        "{\"servers\": [{\"name\": \"a\"}",
                        "x.json:1: not JSON: Unexpected end-of-input: expected close marker for Array"),
                argumentSet(
                        "depth",
                        "x.json",
                        "{\"servers\": " + "[".repeat(100_000),
                        "x.json:1: not JSON: Document nesting depth (51) exceeds the maximum allowed (50)"),
                argumentSet(
                        "tags",
                        "x.yaml",
                        "servers: !!java.net.URL [a]\nfleet: 1",
                        "x.yaml:2: fleet 1 is not accepted: a name of letters, digits, -, . and _, at most 255 characters"),
                argumentSet(
                        "control characters in what is shown",
                        "x.json",
                        "{\"fleet\": \"a\\nb\\u001b[31m\"}",
                        "x.json:1: fleet \"a b [31m\" is not accepted: a name of letters, digits, -, . and _, at most 255"
                                + " characters"));
    }

    @ParameterizedTest
    @MethodSource({"emptyOrForeign", "brokenOrHostile"})
    void refusesInOneLine(String name, String content, String message) {
        Source source = Sources.text(name, content);

        assertThatThrownBy(() -> FleetReader.read(List.of(source)))
                .isInstanceOf(FleetInvalid.class)
                .hasMessage(message);
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        byte[] windows1252 = "servers:\n  - a\n  - München\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> FleetReader.read(List.of(Sources.bytes("x.yaml", windows1252))))
                .hasMessage("x.yaml:3: is not valid UTF-8 text: save the file as UTF-8");
    }

    @Test
    void refusesLongYaml() {
        Source endless = new Source("x.yaml", () -> repeated("servers: [a]\n", "# and so on\n", 20L << 20));

        assertThatThrownBy(() -> FleetReader.read(List.of(endless)))
                .hasMessage("x.yaml: is longer than the 16 MiB that are accepted: split the file");
    }

    @Test
    void refusesEndlessJson() {
        Source endless = new Source("x.json", () -> repeated("{\"servers\": [\"a\"]}", "            ", 600L << 20));

        assertThatThrownBy(() -> FleetReader.read(List.of(endless)))
                .hasMessage("x.json: is longer than the 512 MiB that are accepted: split the file");
    }

    @Test
    void refusesOneEndlessValue() {
        Source endless = new Source("x.json", () -> repeated("{\"servers\": [{\"name\": \"", "aaaaaaaa", 600L << 20));

        assertThatThrownBy(() -> FleetReader.read(List.of(endless))).hasMessageStartingWith("x.json:1: not JSON: ");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> FleetReader.read(List.of(Source.of(Path.of("missing.yaml")))))
                .hasMessage("missing.yaml: cannot be read: NoSuchFileException");
    }

    @Test
    void readsUtf16AsWindowsPowerShellWritesIt() {
        String json = "{\"VirtualizationBasedSecurityStatus\": 2, \"PSComputerName\": \"SRV-Ä1\"}".replace("Ä", "A");
        byte[] utf16 = ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE);

        Fleet fleet = FleetReader.read(List.of(Sources.bytes("x.json", utf16)));

        assertThat(fleet.machines().getFirst().name()).isEqualTo("SRV-A1");
    }

    /// A stream that never stands in memory.
    private static InputStream repeated(String head, String body, long bytes) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] block = body.repeat(65_536 / body.length()).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(first), new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int from = (int) ((bytes - left) % block.length);
                int n = (int) Math.min(left, Math.min(length, block.length - from));
                System.arraycopy(block, from, target, offset, n);
                left -= n;
                return n == 0 ? -1 : n;
            }
        });
    }
}
