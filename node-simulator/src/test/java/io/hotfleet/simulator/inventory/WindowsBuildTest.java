package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsBuildTest {
    @Test
    void theListIsThatOfTheContract() throws IOException {
        WindowsBuild[] agreed = new ObjectMapper()
                .readValue(Path.of("..", "contract", "windows-builds.json").toFile(), WindowsBuild[].class);

        assertThat(WindowsBuild.LIST).containsExactly(agreed);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-server-2025, 26100.1742, , released",
        "windows-server-2025, 26100.1741, , preview",
        "windows-server-2025, 26100, , ",
        "windows-server-2025, 27718, , preview",
        "windows-server-2022, 20348, , released",
        "windows-server-2022-azure-edition, 20348.4106, , released",
        "windows-11-24h2, 26200, arm64, released",
        "windows-11-24h2, 26100, x64, ",
        "windows-11-24h2, 28000.1575, arm64, "
    })
    void aBuildIsReleasedAPreviewOrUnknown(String product, String build, String architecture, String state) {
        assertThat(WindowsBuild.state(product, build, architecture)).isEqualTo(state);
    }
}
