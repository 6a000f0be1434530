package io.hotfleet.images;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.postgres.PostgresBinaries;
import io.hotfleet.images.Image.Start;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// PostgreSQL for clusters that pull nothing: the embedded programs, this machine's C library and shell, and the
/// variables of the official image. For development and tests.
final class PostgresImage {

    private static final String HOME = "/usr/local/pgsql";
    private static final int PORT = 5432;
    /// What the start script calls, and the shell by which PostgreSQL starts its own programs.
    private static final List<String> HOST_PROGRAMS = List.of("sh", "mkdir", "chmod", "rm");

    private PostgresImage() {}

    static Image of(Path work) throws IOException {
        Path postgres = PostgresBinaries.unpackInto(work.resolve("postgresql")).folder();
        List<Path> programs =
                new ArrayList<>(List.of(postgres.resolve("bin/postgres"), postgres.resolve("bin/initdb")));
        TreeMap<String, Path> root = JavaRuntime.accounts(work);
        for (String name : HOST_PROGRAMS) {
            Path program = hostProgram(name);
            programs.add(program);
            root.put("/bin/" + name, program);
        }
        root.putAll(HostLibraries.of(programs, postgres, work));
        Path script = work.resolve("postgres-start");
        try (InputStream resource = PostgresImage.class.getResourceAsStream("postgres-start.sh")) {
            Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
        }
        script.toFile().setExecutable(true, false);
        root.put("/usr/local/bin/postgres-start", script);
        return new Image(
                "postgres",
                "PostgreSQL for development and tests of Hotfleet",
                null,
                List.of(
                        Layers.files("root", root),
                        Layers.tree("programs", postgres.resolve("bin"), HOME + "/bin"),
                        Layers.tree("libraries", postgres.resolve("lib"), HOME + "/lib"),
                        Layers.tree("share", postgres.resolve("share"), HOME + "/share")),
                new Start("999:999", List.of("/usr/local/bin/postgres-start"), Set.of(PORT), Map.of()));
    }

    private static Path hostProgram(String name) throws IOException {
        for (String folder : List.of("/bin", "/usr/bin")) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toRealPath();
            }
        }
        throw Failure.of("this machine has no " + name);
    }
}
