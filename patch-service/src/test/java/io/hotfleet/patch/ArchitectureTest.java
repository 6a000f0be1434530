package io.hotfleet.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Features stand on floors, and each knows those below it alone: without a cycle, and with few arrows.
class ArchitectureTest {
    private static final Path MAIN = Path.of("src/main/java/io/hotfleet/patch");
    private static final int ARROWS_MAX = 30;
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?io\\.hotfleet\\.patch\\.([a-z]+)\\.");

    /// From the ground up.
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("catalog", "entitlement", "leadership"),
            Set.of("calendar", "packaging", "policy"),
            Set.of("track"),
            Set.of("planner"),
            Set.of("fleet"),
            Set.of("agent", "outcome"),
            Set.of("rollout"));

    @Test
    void everyFeatureStandsOnAFloor() {
        Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());

        assertThat(known).containsAll(arrows().keySet());
    }

    @Test
    void featuresKnowLowerFloorsAlone() {
        List<String> upward = arrows().entrySet().stream()
                .flatMap(from -> from.getValue().stream()
                        .filter(to -> floor(to) >= floor(from.getKey()))
                        .map(to -> from.getKey() + " -> " + to))
                .toList();

        assertThat(upward).isEmpty();
    }

    @Test
    void featuresKnowFewOthers() {
        List<String> all = arrows().entrySet().stream()
                .flatMap(from -> from.getValue().stream().map(to -> from.getKey() + " -> " + to))
                .toList();

        assertThat(all).hasSizeLessThanOrEqualTo(ARROWS_MAX);
    }

    private static int floor(String feature) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(feature)) {
                return floor;
            }
        }
        return -1;
    }

    /// The features that each feature's files import, the ground left out.
    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String feature = MAIN.relativize(file).getName(0).toString();
                Set<String> used = arrows.computeIfAbsent(feature, _ -> new TreeSet<>());
                IMPORT.matcher(text(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(to -> !to.equals(feature))
                        .forEach(used::add);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrows;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
