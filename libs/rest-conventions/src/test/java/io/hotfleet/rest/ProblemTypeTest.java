package io.hotfleet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {
    private static final Path TABLE = Path.of("../../contract/problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\| ([^|]+) \\| [^|]+ \\|$");

    @Test
    void theContractListsEveryTypeWithItsStatusAndTitle() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(TABLE))
                .results()
                .map(row -> "urn:hotfleet:problem:" + row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> type.urn() + " " + type.status() + " " + type.title())
                        .toList());
    }
}
