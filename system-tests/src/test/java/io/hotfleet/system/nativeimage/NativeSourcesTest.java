package io.hotfleet.system.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same needs held against what Quarkus wrote for a GraalVM's compiler. It runs where that was just made.
class NativeSourcesTest {
    private static final boolean MADE = "1".equals(System.getenv("HOTFLEET_NATIVE_SOURCES"));

    static List<Service> services() {
        return Service.all();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theCompilerIsToldOfEveryTypeAndResource(Service service) {
        assumeTrue(MADE, "HOTFLEET_NATIVE_SOURCES=1 says that the native sources were just made");
        Needs needs = Needs.of(service);

        NativeConfig config = NativeConfig.of(service);

        print(service.name() + ": types", needs.types(), config::hasType);
        print(service.name() + ": resources", needs.resources(), config::hasResource);
        List<String> missing = new ArrayList<>(needs.missingTypes(config::hasType));
        missing.addAll(needs.missingResources(config::hasResource));
        assertThat(missing).as("not registered for %s", service.name()).isEmpty();
    }

    private static void print(String title, SequencedMap<String, String> needed, Predicate<String> registered) {
        long there = needed.keySet().stream().filter(registered).count();
        System.out.printf(
                "%n%s: %d needed, %d registered, %d missing%n", title, needed.size(), there, needed.size() - there);
        needed.forEach((what, by) -> System.out.printf(
                "  %-12s %s, needed by %s%n", registered.test(what) ? "registered" : "MISSING", what, by));
    }
}
