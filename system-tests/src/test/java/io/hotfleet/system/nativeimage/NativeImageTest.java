package io.hotfleet.system.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a native executable must be told and may not do, held against what the sources say, without a GraalVM.
class NativeImageTest {
    static List<Service> services() {
        return Service.all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyTypeThatIsReadOrWrittenIsRegistered(Service service) {
        Needs needs = Needs.of(service);

        List<String> missing = needs.missingTypes(needs.registeredTypes()::contains);

        assertThat(missing)
                .as("types of %s without @RegisterForReflection(registerFullHierarchy = true)", service.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyResourceThatIsOpenedByNameIsRegistered(Service service) {
        Needs needs = Needs.of(service);

        List<String> missing =
                needs.missingResources(resource -> Registrations.isRegistered(needs.registeredGlobs(), resource));

        assertThat(missing)
                .as("resources of %s without @RegisterResources", service.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyCallSaysWhatItReadsOrWrites(Service service) {
        Set<String> open = Needs.of(service).open();

        assertThat(open)
                .as("calls of %s whose types or resources are not told", service.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void hibernateSerialisesNoAttribute(Service service) {
        Set<String> attributes = Needs.of(service).attributes();

        assertThat(attributes)
                .as("converted attributes of %s without @Mutability", service.name())
                .isEmpty();
    }

    @Test
    void nothingIsWatchedThatOnlyAJvmTells() {
        List<Path> watching = Program.under(Service.ROOT.resolve("k8s/components/monitoring"), "").stream()
                .filter(file -> text(file).contains("jvm_"))
                .toList();

        assertThat(watching).isEmpty();
    }

    @Test
    void staticInitialisersAreTheSameOnEveryMachine() {
        Set<Path> folders = services().stream()
                .flatMap(service -> service.classFolders().stream())
                .collect(Collectors.toSet());

        assertThat(StaticInitialisers.breaches(folders)).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
