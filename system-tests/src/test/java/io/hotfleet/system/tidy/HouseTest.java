package io.hotfleet.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.system.tidy.Sources.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Prints the house in figures, module by module, to compare with another day's
/// (`-Dhotfleet.tidy.checkout=FOLDER` measures that checkout instead).
class HouseTest {
    private static final List<Unit> JAVA = Sources.java();

    @Test
    void printsTheHouseInFigures() {
        Rooms rooms = new Rooms(JAVA);
        StringBuilder table = new StringBuilder("%n%-24s %8s %6s %7s %6s %7s %7s %7s%n"
                .formatted("module", "packages", "files", "lines", "tests", "lines", "arrows", "floors"));

        for (String module : new TreeSet<>(JAVA.stream().map(Unit::module).toList())) {
            table.append(row(module, unit -> unit.module().equals(module), rooms));
        }
        table.append(row("all", unit -> true, rooms));
        table.append("duplicated lines (runs of 8) %d; homonyms %d; circles %d%n"
                .formatted(
                        Twins.lines(JAVA),
                        rooms.homonyms().size(),
                        rooms.circles().size()));
        table.append("classes with Uni %d, on virtual threads %d, that open a connection %d, that wait in a loop %d%n"
                .formatted(
                        with("import io.smallrye.mutiny.Uni;"),
                        with("@RunOnVirtualThread|newVirtualThread|ofVirtual"),
                        with("\\.getConnection\\(|withConnection\\(|withTransaction\\(|\\.begin\\(\\)|Panache"),
                        with("parkNanos|\\.sleep\\(|\\.await\\(\\w+, ")));
        table.append("entities %d over %d tables%n".formatted(with("(?m)^@Entity"), tables()));
        System.out.println(table);

        assertThat(rooms.lines()).isNotEmpty();
    }

    private static String row(String module, Predicate<Unit> which, Rooms rooms) {
        List<Unit> main = JAVA.stream()
                .filter(which.and(Unit::isMain))
                .filter(unit -> !unit.typeName().equals("package-info"))
                .toList();
        List<Unit> test =
                JAVA.stream().filter(which.and(unit -> !unit.isMain())).toList();
        return "%-24s %8d %6d %7d %6d %7d %7d %7d%n"
                .formatted(
                        module,
                        main.stream().map(Unit::packageName).distinct().count(),
                        main.size(),
                        main.stream().mapToLong(Unit::lineCount).sum(),
                        test.size(),
                        test.stream().mapToLong(Unit::lineCount).sum(),
                        rooms.arrows(module),
                        rooms.floors(module));
    }

    private static long with(String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        return JAVA.stream()
                .filter(Unit::isMain)
                .filter(unit -> found.test(unit.text()))
                .count();
    }

    private static long tables() {
        return Sources.files(".sql").stream()
                .map(Path::toString)
                .filter(file -> file.contains("/src/main/resources/"))
                .map(Path::of)
                .flatMap(file -> Pattern.compile("(?im)^\\s*create (unlogged )?table (?!.*partition of)")
                        .matcher(Sources.text(file))
                        .results())
                .count();
    }
}
