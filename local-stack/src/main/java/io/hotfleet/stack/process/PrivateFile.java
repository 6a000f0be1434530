package io.hotfleet.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that hold a secret: readable by their owner alone from the first byte on, and never seen half written.
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, String text) throws IOException {
        // temporary files are made with mode 0600
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", "");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
