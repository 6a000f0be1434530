package io.hotfleet.system.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.system.tidy.Sources.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What CONTRIBUTING.md asks for and the compiler cannot check.
class TidyTest {
    private static final int PACKAGE_LINES_MIN = 150;
    /// Smaller, and an idea of its own all the same.
    private static final Set<String> SMALL_ON_PURPOSE = Set.of("io.hotfleet.fixtures", "io.hotfleet.licensing.health");
    private static final Pattern NAMED_CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z0-9]*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `(io\\.hotfleet\\.[a-z.]+)` \\|");
    private static final Pattern CUT_COMMENT = Pattern.compile("(?m)^ *///.*\\n *//[^/].*$");
    private static final List<Unit> JAVA = Sources.java();
    private static final Rooms ROOMS = new Rooms(JAVA);

    @Test
    void sourcesKeepTheBudgets() {
        List<String> breaches =
                JAVA.stream().flatMap(unit -> Budgets.breaches(unit).stream()).toList();

        assertThat(breaches).isEmpty();
    }

    @Test
    void aPackageIsOneIdeaOfSomeSize() {
        Map<String, Long> lines = ROOMS.lines();

        assertThat(lines.entrySet().stream()
                        .filter(room -> room.getValue() < PACKAGE_LINES_MIN)
                        .filter(room -> !SMALL_ON_PURPOSE.contains(room.getKey()))
                        .map(Object::toString))
                .isEmpty();
        assertThat(lines.keySet()).containsAll(SMALL_ON_PURPOSE);
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        assertThat(ROOMS.circles()).isEmpty();
    }

    @Test
    void noTwoClassesOfAModuleShareAName() {
        assertThat(ROOMS.homonyms()).isEmpty();
    }

    @Test
    void anInterfaceHasTwoImplementersOrATestsFake() {
        assertThat(Interfaces.withOneImplementer(JAVA)).isEmpty();
    }

    /// The second half of a doc comment that a formatter cut in two would be lost from the documentation.
    @Test
    void docCommentsAreWhole() {
        assertThat(JAVA.stream().flatMap(unit -> CUT_COMMENT
                        .matcher(unit.text())
                        .results()
                        .map(found -> unit.name() + ": " + found.group().strip())))
                .isEmpty();
    }

    @Test
    void theArchitectureNamesEveryPackage() {
        Set<String> named = matches(Sources.ROOT.resolve("ARCHITECTURE.md"), PACKAGE_ROW)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(ROOMS.lines().keySet());
    }

    @Test
    void everyFeatureSaysWhatItIs() {
        Set<Path> told = JAVA.stream()
                .filter(unit -> unit.name().endsWith("package-info.java"))
                .map(unit -> unit.file().getParent())
                .collect(Collectors.toSet());

        Set<Path> untold = JAVA.stream()
                .filter(Unit::isMain)
                .map(unit -> unit.file().getParent())
                .filter(folder -> !told.contains(folder))
                .collect(Collectors.toSet());

        assertThat(untold).isEmpty();
    }

    @Test
    void onlyTheClockProducerReadsTheClock() {
        Predicate<Unit> elsewhere =
                unit -> unit.isMain() && !isTool(unit) && !unit.name().endsWith("ClockProducer.java");

        assertThat(lines(
                        elsewhere,
                        "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\(\\)"
                                + "|System\\.currentTimeMillis|Clock\\.system"))
                .isEmpty();
    }

    @Test
    void simulatedChanceComesFromTheSeedAlone() {
        Predicate<Unit> simulator = unit -> unit.isMain()
                && (unit.name().startsWith("node-simulator/") || unit.name().startsWith("libs/node-model/"));

        assertThat(lines(simulator, "Math\\.random|new (Splittable|Secure)?Random\\(|ThreadLocalRandom"))
                .isEmpty();
    }

    @Test
    void theKernelKnowsNoFramework() {
        Predicate<Unit> kernel = unit -> unit.isMain() && unit.packageName().equals("io.hotfleet.node.kernel");

        assertThat(JAVA.stream().filter(kernel)).isNotEmpty();
        assertThat(lines(kernel, "^import (?!java\\.|static java\\.)|^import java\\.util\\.(stream|concurrent)"))
                .isEmpty();
    }

    @Test
    void codeSaysItsTypesAndImports() {
        assertThat(lines(Unit::isMain, "^\\s+(final )?var \\w+ =|\\((final )?var \\w+ :"))
                .isEmpty();
        assertThat(lines(unit -> true, "^import .*\\*;")).isEmpty();
        assertThat(lines(unit -> true, "\\b(TODO|FIXME|XXX)\\b(?! #\\d)")).allMatch(line -> line.contains("TidyTest"));
    }

    @Test
    void servicesLogAndDoNotPrint() {
        Predicate<Unit> services = unit -> unit.isMain() && !isTool(unit);

        assertThat(lines(services, "System\\.(out|err)\\.|printStackTrace\\(")).isEmpty();
    }

    @Test
    void testsDoNotSleep() {
        Predicate<Unit> tests = unit -> !unit.isMain() && !unit.name().endsWith("TidyTest.java");

        assertThat(lines(tests, "Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|LockSupport\\.parkNanos|\\bparkNanos\\("))
                .isEmpty();
    }

    @Test
    void endpointsArePublic() {
        Predicate<Unit> resources = unit ->
                unit.isMain() && unit.text().contains("@Path(") && !unit.text().contains("@RegisterRestClient");

        assertThat(JAVA.stream().filter(resources).flatMap(unit -> ENDPOINT.matcher(unit.text())
                        .results()
                        .filter(found -> !found.group(2).startsWith("public "))
                        .map(found -> unit.name() + ": " + found.group(2).strip())))
                .isEmpty();
    }

    /// An HTTP method's annotation, further annotations (with nested parentheses), then the method's first words.
    private static final Pattern ENDPOINT = Pattern.compile(
            "(?m)^ {4}@(GET|PUT|POST|PATCH|DELETE)\\n(?: {4}@.*\\n(?: {5,}.*\\n| {4}\\}?\\).*\\n)*)* {4}(\\w.*)$");

    @Test
    void classesNamedInTheArchitectureExist() {
        Set<String> types = JAVA.stream()
                .map(unit -> unit.file().getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        List<String> gone = matches(Sources.ROOT.resolve("ARCHITECTURE.md"), NAMED_CLASS)
                .map(found -> found.group(1))
                .filter(name -> !types.contains(name))
                .toList();

        assertThat(gone).isEmpty();
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        List<String> broken = Sources.files(".md").stream()
                .flatMap(file -> matches(file, LINK)
                        .map(found -> found.group(1))
                        .filter(target -> !target.startsWith("http"))
                        .filter(target -> !Files.exists(file.resolveSibling(target)))
                        .map(target -> Sources.ROOT.relativize(file) + " → " + target))
                .toList();

        assertThat(broken).isEmpty();
    }

    private static boolean isTool(Unit unit) {
        return unit.name().startsWith("tools/");
    }

    private static Stream<MatchResult> matches(Path file, Pattern pattern) {
        return pattern.matcher(Sources.text(file)).results().toList().stream();
    }

    private static List<String> lines(Predicate<Unit> which, String pattern) {
        Predicate<String> found = Pattern.compile(pattern).asPredicate();
        return JAVA.stream()
                .filter(which)
                .flatMap(unit -> unit.text().lines().filter(found).map(line -> unit.name() + ": " + line.strip()))
                .toList();
    }
}
