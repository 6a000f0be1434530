package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the page in a real browser. Without one it is skipped, unless HOTFLEET_REQUIRE_BROWSER is set.
class PageInBrowserTest {
    private static final int TIMEOUT_SECONDS = 60;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String ABSENT =
            "no Chromium on the PATH, so the page of a report is not opened in a browser (apt-get install chromium).";
    private static String browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void findBrowser() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(path -> NAMES.stream().map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        if (found.isEmpty() && System.getenv("HOTFLEET_REQUIRE_BROWSER") != null) {
            fail("HOTFLEET_REQUIRE_BROWSER is set, but " + ABSENT);
        }
        if (found.isEmpty()) {
            System.out.println("SKIPPED: " + ABSENT);
        }
        browser = found.orElse(null);
    }

    @BeforeEach
    void needsABrowser() {
        assumeTrue(browser != null, ABSENT);
    }

    @Test
    void showsPlotsAndTablesWithoutAComplaint() throws Exception {
        Report report = Samples.mixed();

        String dom = run(report, "--dump-dom");

        assertThat(dom).contains("<title>Rehearsal of mixed &lt;script&gt;alert(1)&lt;/script&gt;, 2025 - Hotfleet");
        assertThat(count("<svg viewBox", dom)).isEqualTo(4);
        assertThat(count("<table", dom)).isEqualTo(count("<table", HtmlReport.render(report)));
        assertThat(Files.readString(folder.resolve("stderr"))).doesNotContain("CONSOLE");
    }

    @Test
    void printsToPaper() throws Exception {
        Path pdf = folder.resolve("report.pdf");

        run(Samples.forecast(), "--print-to-pdf=" + pdf, "--no-pdf-header-footer");

        assertThat(Files.readAllBytes(pdf))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(20_000);
    }

    private String run(Report report, String... action) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("report.html"), HtmlReport.render(report));
        Path out = folder.resolve("stdout");
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(Arrays.asList(action));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    private static long count(String part, String whole) {
        return Pattern.compile(Pattern.quote(part)).matcher(whole).results().count();
    }
}
