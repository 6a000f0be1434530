package io.hotfleet.cli.output;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Where a report goes; looked at before anything is started.
///
/// @param path null for standard output
public record OutputFile(String shown, Path path) {

    /// @param name of a file, or `-` for standard output
    /// @throws Failure if nothing can be written there
    public static OutputFile of(String name) {
        if (name.equals("-")) {
            return new OutputFile(name, null);
        }
        Path path = Path.of(name).toAbsolutePath();
        if (Files.isDirectory(path)) {
            throw Failure.badInput(name + " is a folder, not a file");
        }
        if (!Files.isDirectory(path.getParent()) || !Files.isWritable(path.getParent())) {
            throw Failure.badInput("%s cannot be written: %s is no folder that this user may write to"
                    .formatted(name, path.getParent()));
        }
        return new OutputFile(name, path);
    }

    public boolean standardOutput() {
        return path == null;
    }

    /// Writes the bytes as they are; a file is there whole or not at all.
    public void write(InputStream content) {
        try (content) {
            if (standardOutput()) {
                content.transferTo(System.out);
                System.out.flush();
                return;
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // a device or a pipe cannot be replaced
                Files.write(path, content.readAllBytes());
                return;
            }
            Path fresh = Files.createTempFile(path.getParent(), ".hotfleet", ".new");
            try {
                Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw Failure.of("cannot write " + shown, e);
        }
    }
}
