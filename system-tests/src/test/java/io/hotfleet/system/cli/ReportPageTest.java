package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.SharedStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The report's page in a real browser. Without one the test is skipped, unless `HOTFLEET_REQUIRE_BROWSER` is 1.
@ExtendWith(SharedStack.class)
class ReportPageTest {

    @TempDir
    Path folder;

    @Test
    void showsTheFiguresInABrowser() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent() || "1".equals(System.getenv("HOTFLEET_REQUIRE_BROWSER")), "no browser");
        Path page = folder.resolve("report.html");
        Cli.Result result = SharedStack.CLI.run(
                "rehearse", Cli.ROOT.resolve("examples/contoso.yaml").toString(), "--html", page.toString(), "--quiet");

        String shown = open(browser.orElseThrow(), page);

        assertThat(result.exitCode()).isZero();
        assertThat(shown).contains("contoso", "992", "<svg");
    }

    /// The page after its scripts ran.
    private String open(Path browser, Path page) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(folder.resolve("browser.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static Optional<Path> browser() {
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(part -> names.stream().map(name -> Path.of(part, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
