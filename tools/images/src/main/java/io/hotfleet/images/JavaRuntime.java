package io.hotfleet.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.postgres.Folders;
import io.hotfleet.cli.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The Java that goes into the images: made from the JDK that runs us, so that an ahead-of-time cache trained here
/// fits it. Where the base image is ours as well, the C library of this machine comes along.
final class JavaRuntime {

    static final String HOME = "/opt/java";
    private static final String MODULES =
            "java.se,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs";
    private static final String PASSWD = """
            root:x:0:0:root:/:/sbin/nologin
            hotfleet:x:10001:10001:hotfleet:/:/sbin/nologin
            postgres:x:999:999:postgres:/:/sbin/nologin
            """;
    private static final String GROUP = """
            root:x:0:
            hotfleet:x:10001:
            postgres:x:999:
            """;

    private final Path folder;

    private JavaRuntime(Path folder) {
        this.folder = folder;
    }

    /// Made once for each JDK.
    static JavaRuntime make(Path work) throws IOException {
        Path folder = work.resolve("java");
        Path madeFrom = work.resolve("java.made-from");
        String wanted = System.getProperty("java.vm.version") + " " + MODULES;
        if (!Files.exists(madeFrom) || !Files.readString(madeFrom).equals(wanted)) {
            Folders.delete(folder);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                    "--add-modules",
                    MODULES,
                    "--strip-debug",
                    "--no-header-files",
                    "--no-man-pages",
                    "--output",
                    folder.toString());
            new Program("jlink", command, System.getenv(), work.resolve("jlink.log")).run(Messages::print);
            Files.writeString(madeFrom, wanted);
        }
        return new JavaRuntime(folder);
    }

    Path program() {
        return folder.resolve("bin/java");
    }

    /// What an ahead-of-time cache is bound to.
    List<Path> identity() {
        return List.of(folder.resolve("lib/modules"), folder.resolve("lib/server/libjvm.so"));
    }

    FileEntriesLayer layer() throws IOException {
        return Layers.tree("java", folder, HOME);
    }

    /// A root of our own, for images without a base: no shell, no package, one user beside root.
    ///
    /// @param work folder for the files that are made
    FileEntriesLayer root(Path work) throws IOException {
        TreeMap<String, Path> files = HostLibraries.of(linked(), folder, work);
        files.putAll(accounts(work));
        return Layers.files("root", files);
    }

    static TreeMap<String, Path> accounts(Path work) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        files.put("/etc/passwd", Files.writeString(work.resolve("passwd"), PASSWD));
        files.put("/etc/group", Files.writeString(work.resolve("group"), GROUP));
        files.put("/etc/nsswitch.conf", Files.writeString(work.resolve("nsswitch.conf"), "hosts: files dns\n"));
        files.put("/tmp", Files.createDirectories(work.resolve("empty")));
        return files;
    }

    /// Without the libraries of windows and sounds, which need an X server.
    private List<Path> linked() {
        List<Path> programs = new ArrayList<>(List.of(program(), folder.resolve("lib/server/libjvm.so")));
        for (String name : List.of("java", "net", "nio", "zip", "jimage", "management", "extnet")) {
            programs.add(folder.resolve("lib/lib" + name + ".so"));
        }
        return programs.stream().filter(Files::exists).toList();
    }
}
