package io.hotfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is written of the settings is what launcher and script take: names and defaults, neither more nor less.
class SettingTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(HOTFLEET_[A-Z_]+)` \\| (?:`([^`]*)`)? ?\\|");
    private static final Pattern VARIABLE = Pattern.compile("HOTFLEET_[A-Z_]+");

    @Test
    void everySettingIsWrittenDownWithItsDefault() throws IOException {
        Map<String, String> taken = new TreeMap<>();
        found(VARIABLE, "hotfleet").forEach(found -> taken.put(found.group(), ""));
        Arrays.stream(Setting.values()).forEach(setting -> taken.put(setting.name(), setting.fallback()));

        Map<String, String> written = new TreeMap<>();
        found(ROW, "docs/settings/cli.md")
                .forEach(found -> written.put(found.group(1), found.group(2) == null ? "" : found.group(2)));

        assertThat(written).containsExactlyInAnyOrderEntriesOf(taken);
    }

    @Test
    void theHelpNamesNoneThatIsNotTaken() throws IOException {
        Set<String> written =
                found(ROW, "docs/settings/cli.md").map(found -> found.group(1)).collect(Collectors.toSet());

        assertThat(found(VARIABLE, "tools/cli/src/main/java/io/hotfleet/cli/command/HotfleetCommand.java")
                        .map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(written);
    }

    @Test
    void whatIsBlankIsNotSaid() {
        assertThat(Setting.HOTFLEET_IDLE_SECONDS.in(Map.of("HOTFLEET_IDLE_SECONDS", " ")))
                .contains("120");
        assertThat(Setting.HOTFLEET_HOME.in(Map.of())).isEmpty();
        assertThat(Setting.HOTFLEET_HOME.in(Map.of("HOTFLEET_HOME", "/a/home"))).contains("/a/home");
    }

    private static Stream<MatchResult> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve(file))).results().toList().stream();
    }
}
