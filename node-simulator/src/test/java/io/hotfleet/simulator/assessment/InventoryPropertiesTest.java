package io.hotfleet.simulator.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.inventory.Sources;
import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must not change a verdict, for any fleet. `-Dinventory.seed=17` replays one.
class InventoryPropertiesTest {
    private static final List<Release> RELEASES = PublishedReleases.all();
    /// What says which row it is, and whose.
    private static final List<String> IDENTITY = List.of(
            "id",
            "name",
            "type",
            "ComputerName",
            "PSComputerName",
            "CsDNSHostName",
            "CsName",
            "CSName",
            "HotFixID",
            "dnsFqdn",
            "computerName",
            "CsDomain",
            "BiosFirmwareType");

    static LongStream seeds() {
        String one = System.getProperty("inventory.seed");
        return one == null ? LongStream.range(0, 150) : LongStream.of(Long.parseLong(one));
    }

    private static Map<String, Facts> facts(Map<String, ? extends List<ObjectNode>> files) {
        return facts(new ArrayList<>(files.entrySet().stream()
                .map(file -> source(file.getKey(), file.getValue()))
                .toList()));
    }

    private static Source source(String name, List<ObjectNode> rows) {
        return Sources.text(name, rows.toString());
    }

    private static Map<String, Facts> facts(List<Source> sources) {
        Fleet fleet = new InstalledBuilds(new FakePatch()).recognised(FleetReader.read(sources), RELEASES);
        return fleet.machines().stream()
                .collect(Collectors.toMap(
                        machine -> machine.name().toLowerCase(Locale.ROOT),
                        machine -> machine.facts(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFilesRowsAndColumnsChangesNothing(long seed) {
        Map<String, List<ObjectNode>> files = new RandomInventory(seed, seed % 2 == 0).files();

        assertThat(facts(shuffled(files, new Random(seed)))).isEqualTo(facts(files));
    }

    private static List<Source> shuffled(Map<String, List<ObjectNode>> files, Random random) {
        List<Source> sources = new ArrayList<>();
        files.forEach((name, rows) -> {
            List<ObjectNode> other = new ArrayList<>();
            rows.forEach(row -> other.add(RandomInventory.shuffled(row, random)));
            Collections.shuffle(other, random);
            sources.add(source(name, other));
        });
        Collections.shuffle(sources, random);
        return sources;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splittingAFileChangesNothing(long seed) {
        Map<String, List<ObjectNode>> files = new RandomInventory(seed, seed % 2 == 0).files();

        assertThat(facts(split(files, new Random(seed)))).isEqualTo(facts(files));
    }

    private static List<Source> split(Map<String, List<ObjectNode>> files, Random random) {
        List<Source> sources = new ArrayList<>();
        files.forEach((name, rows) -> {
            Map<Boolean, List<ObjectNode>> parts =
                    rows.stream().collect(Collectors.partitioningBy(_ -> random.nextBoolean()));
            parts.forEach((part, some) -> {
                if (!some.isEmpty()) {
                    sources.add(source(part + "-" + name, some));
                }
            });
        });
        return sources;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsOfForeignTypesAndUnknownUpdatesChangeNothing(long seed) {
        Map<String, List<ObjectNode>> files = new RandomInventory(seed).files();
        Random random = new Random(seed);
        Map<String, List<ObjectNode>> more = new LinkedHashMap<>();
        files.forEach((name, rows) -> {
            List<ObjectNode> with = new ArrayList<>(rows);
            for (ObjectNode row : rows) {
                if (name.equals("graph.json")) {
                    with.add(
                            random.nextInt(with.size() + 1),
                            foreign(row.get("id").asText(), random));
                }
                if (name.equals("hotfix.json")) {
                    with.add(row.deepCopy().put("HotFixID", "KB90" + (10_000 + random.nextInt(9_000))));
                }
            }
            more.put(name, with);
        });

        assertThat(facts(more)).isEqualTo(facts(files));
    }

    private static ObjectNode foreign(String id, Random random) {
        String[] types = {
            "extensions/Agent",
            "patchAssessmentResults/latest",
            "runCommands/x",
            "providers/Microsoft.AzureStackHCI/virtualMachineInstances/default"
        };
        return (ObjectNode) RandomInventory.tree("""
                {"id": "%s/%s", "name": "x", "properties": {"status": "Failed", "osProfile": {"computerName": "SRV-00"}}}""".formatted(id, types[random.nextInt(types.length)]));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takingAFactAwayNeverMakesAVerdictPass(long seed) {
        Map<String, Facts> before = facts(new RandomInventory(seed).files());
        int removals = removals(new RandomInventory(seed)).size();
        for (int i = 0; i < removals; i++) {
            RandomInventory inventory = new RandomInventory(seed);
            removals(inventory).get(i).run();
            Map<String, Facts> after = facts(inventory.files());
            int removed = i;
            after.forEach((name, facts) -> assertThat(passing(facts))
                    .as("%s without value %d", name, removed)
                    .isSubsetOf(before.containsKey(name) ? passing(before.get(name)) : List.of()));
        }
    }

    private static List<Runnable> removals(RandomInventory inventory) {
        return inventory.files().values().stream()
                .flatMap(List::stream)
                .flatMap(row -> RandomInventory.removals(row, IDENTITY).stream())
                .toList();
    }

    /// The facts of a machine that let it pass a gate.
    private static List<String> passing(Facts facts) {
        BiPredicate<Object, Object> is = Object::equals;
        return Stream.of(
                        is.test("running", facts.vbs()) ? "vbs" : null,
                        is.test("uefi-secure-boot", facts.firmware()) ? "firmware" : null,
                        is.test("on", facts.hotPatchTable()) ? "table" : null,
                        is.test("connected", facts.arc()) ? "arc" : null,
                        is.test("enabled", facts.licence()) ? "licence" : null,
                        is.test(true, facts.optIn()) ? "optIn" : null,
                        is.test("windows-update", facts.updateSource()) ? "source" : null,
                        is.test("released", facts.osBuild()) ? "build" : null,
                        is.test("on-premises", facts.platform()) ? "platform" : null,
                        facts.edition() != null ? "edition" : null,
                        isOnTrack(facts) ? "track" : null)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static boolean isOnTrack(Facts facts) {
        return RELEASES.stream()
                .anyMatch(row -> row.kb().equals(facts.kb())
                        && row.product().equals(facts.product())
                        && !"BREAKS".equals(row.track()));
    }
}
