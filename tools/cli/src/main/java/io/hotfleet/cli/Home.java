package io.hotfleet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Where everything lies that lives longer than one command, `.hotfleet` in the checkout unless `HOTFLEET_HOME` says
/// otherwise.
///
/// @param checkout where the packaged services are
public record Home(Path folder, Path checkout) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
        checkout = checkout.toAbsolutePath().normalize();
    }

    /// Home of this process: the script names both folders.
    public static Home current() {
        Path checkout = Path.of(System.getProperty("hotfleet.checkout", "."));
        Path folder = Setting.HOTFLEET_HOME.value().map(Path::of).orElse(checkout.resolve(".hotfleet"));
        return new Home(folder, checkout);
    }

    /// Makes the folders, readable by their owner alone.
    ///
    /// @throws Failure if this user may not write here
    public Home prepare() {
        try {
            for (Path each : new Path[] {folder, logs(), records()}) {
                Files.createDirectories(
                        each, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                if (!Files.isWritable(each)) {
                    throw Failure.of("%s belongs to %s: run as that user, or set HOTFLEET_HOME to a folder of your own"
                            .formatted(each, Files.getOwner(each).getName()));
                }
            }
            return this;
        } catch (IOException e) {
            throw Failure.of("cannot write to " + folder + ", set HOTFLEET_HOME to a folder of your own", e);
        }
    }

    public Path logs() {
        return folder.resolve("log");
    }

    public Path log(String member) {
        return logs().resolve(member + ".log");
    }

    /// One file a running process, so that the next command can end what a killed one left.
    public Path records() {
        return folder.resolve("run");
    }

    /// Fleet files while a service reads them.
    public Path uploads() {
        return folder.resolve("uploads");
    }

    public Path lock() {
        return folder.resolve("lock");
    }

    /// Tells other commands where the supervisor listens.
    public Path state() {
        return folder.resolve("state.json");
    }

    public Path secrets() {
        return folder.resolve("secrets.json");
    }

    public Path database() {
        return folder.resolve("database");
    }

    public Path postgres() {
        return folder.resolve("postgresql");
    }
}
