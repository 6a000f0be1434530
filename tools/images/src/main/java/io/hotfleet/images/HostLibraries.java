package io.hotfleet.images;

import io.hotfleet.cli.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The libraries of this machine that programs are linked to: for Java that is the C library and nothing else.
final class HostLibraries {

    private static final Pattern FOUND = Pattern.compile("(?m)^\\s+(?:\\S+ => )?(/\\S+) \\(");

    private HostLibraries() {}

    /// Real files by the path under which the loader looks for them.
    ///
    /// @param own folder whose libraries come with the programs themselves
    /// @param work folder for what the loader says
    static TreeMap<String, Path> of(Collection<Path> programs, Path own, Path work) throws IOException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        programs.forEach(program -> command.add(program.toString()));
        Path said = work.resolve("ldd.log");
        new Program("ldd", command, System.getenv(), said).run(_ -> {});
        return found(Files.readString(said), own);
    }

    static TreeMap<String, Path> found(String loaderSays, Path own) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        Matcher line = FOUND.matcher(loaderSays);
        while (line.find()) {
            Path named = Path.of(line.group(1)).normalize();
            if (!named.startsWith(own)) {
                files.put(named.toString(), named.toRealPath());
            }
        }
        return files;
    }
}
