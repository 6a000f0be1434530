package io.hotfleet.cli.client;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file that the user named, looked at before anything is started.
///
/// @param shown as the user wrote it
public record InputFile(String shown, Path path) {

    private static final long MIB = 1024L * 1024;
    private static final long YAML_BYTES_MAX = 16 * MIB;
    private static final long OTHER_BYTES_MAX = 512 * MIB;
    private static final String STANDARD_INPUT = "-";

    /// @param name of a file, or `-` for standard input
    /// @throws Failure if it cannot be an input
    public static InputFile of(String name) {
        InputFile file = name.equals(STANDARD_INPUT) ? standardInput() : new InputFile(name, Path.of(name));
        file.check();
        return file;
    }

    /// The files that together describe a fleet.
    public static List<InputFile> all(List<String> names) {
        if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw Failure.badInput("standard input can be named once only");
        }
        return names.stream().map(InputFile::of).toList();
    }

    private void check() {
        if (!Files.exists(path)) {
            throw Failure.badInput(shown + " does not exist");
        }
        if (Files.isDirectory(path)) {
            throw Failure.badInput(shown + " is a folder, not a file");
        }
        if (!Files.isReadable(path)) {
            throw Failure.badInput(shown + " is not readable for this user");
        }
        long bytes = size();
        if (bytes == 0) {
            throw Failure.badInput(shown + " is empty");
        }
        String name = shown.toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        long max = yaml ? YAML_BYTES_MAX : OTHER_BYTES_MAX;
        if (bytes > max) {
            throw Failure.badInput("%s has %d MiB, accepted are %d MiB%s"
                    .formatted(shown, bytes / MIB, max / MIB, yaml ? " of YAML (CSV and JSON: 512 MiB)" : ""));
        }
    }

    private long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw Failure.badInput(shown + " is not readable");
        }
    }

    private static InputFile standardInput() {
        try {
            Path copy = Files.createTempFile("hotfleet", ".input");
            copy.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(copy)) {
                InputStream in = System.in;
                byte[] buffer = new byte[1 << 16];
                long bytes = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > OTHER_BYTES_MAX) {
                        throw Failure.badInput("standard input has more than %d MiB".formatted(OTHER_BYTES_MAX / MIB));
                    }
                    out.write(buffer, 0, read);
                }
            }
            return new InputFile("standard input", copy);
        } catch (IOException e) {
            throw Failure.of("cannot read standard input", e);
        }
    }
}
