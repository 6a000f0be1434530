package io.hotfleet.system.nativeimage;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What one service needs to be registered, by whom, and what its sources ask Quarkus to register.
///
/// @param types binary names of types of ours that are read or written by reflection, each with what needs it
/// @param resources paths of what is opened by name, each with what needs it
/// @param open calls of which it cannot be told what they need
/// @param attributes entities' converted attributes that Hibernate would have to serialise
record Needs(
        SequencedMap<String, String> types,
        SequencedMap<String, String> resources,
        Set<String> open,
        Set<String> attributes,
        Set<String> registeredTypes,
        Set<String> registeredGlobs) {
    private static final Map<Service, Needs> KNOWN = new ConcurrentHashMap<>();

    static Needs of(Service service) {
        return KNOWN.computeIfAbsent(service, Needs::find);
    }

    private static Needs find(Service service) {
        Program program = Program.of(service);
        Flow flow = Flow.of(program);
        BodyCalls calls = BodyCalls.of(program, flow);
        Resources resources = Resources.of(program, flow, service);
        Set<String> open = new TreeSet<>(calls.open());
        open.addAll(resources.open());
        Stream<BodyCalls.Use> roots = Stream.of(
                        calls.uses().stream(), Signatures.of(program).stream(), Signatures.marked(program))
                .flatMap(uses -> uses);
        return new Needs(
                TypeClosure.of(program, roots),
                resources.needed(),
                open,
                ConvertedAttributes.serialised(program),
                Registrations.types(program),
                Registrations.globs(program));
    }

    List<String> missingTypes(Predicate<String> registered) {
        return missing(types, registered);
    }

    List<String> missingResources(Predicate<String> registered) {
        return missing(resources, registered);
    }

    private static List<String> missing(SequencedMap<String, String> needed, Predicate<String> registered) {
        return needed.entrySet().stream()
                .filter(need -> !registered.test(need.getKey()))
                .map(need -> need.getKey() + ", needed by " + need.getValue())
                .toList();
    }
}
