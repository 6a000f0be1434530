package io.hotfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLibrariesTest {

    @Test
    void aProgramsLibrariesAreRealFilesUnderTheNamesThatTheLoaderSeeks(@TempDir Path work) throws IOException {
        Map<String, Path> found = HostLibraries.of(List.of(Path.of("/bin/sh").toRealPath()), Path.of("/tmp"), work);

        assertThat(found.keySet()).anyMatch(name -> name.contains("/libc.so")).anyMatch(name -> name.contains("/ld-"));
        assertThat(found.values()).allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @Test
    void librariesThatComeWithTheProgramsAreLeftOut() throws IOException {
        String said = """
                \tlinux-vdso.so.1 (0x0000700000000000)
                \tlibown.so => /bin/libown.so (0x0000700000000000)
                \tlibnone.so => not found
                """;

        assertThat(HostLibraries.found(said, Path.of("/bin"))).isEmpty();
    }
}
