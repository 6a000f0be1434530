package io.hotfleet.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files that hold a secret: readable by their owner alone from the first byte on, and never seen half written.
public final class PrivateFile {

    private static final Integer ROOT = 0;

    private PrivateFile() {}

    public static void write(Path file, String text) throws IOException {
        // temporary files are made with mode 0600
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", "");
        Files.writeString(fresh, text);
        giveToOwnerOfFolder(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What root makes in the folder of an ordinary user belongs to that user, who else could not go on.
    public static void giveToOwnerOfFolder(Path file) throws IOException {
        Object owner = Files.getAttribute(file.toAbsolutePath().getParent(), "unix:uid");
        Object maker = Files.getAttribute(file, "unix:uid");
        if (maker.equals(ROOT) && !owner.equals(ROOT)) {
            Files.setAttribute(file, "unix:uid", owner);
        }
    }
}
