package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hotfleet.node.workflow.Assumptions.Span;
import io.hotfleet.simulator.inventory.Cluster.ClusteredRole;
import io.hotfleet.simulator.inventory.Policy.Ring;
import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetFileTest {
    @Test
    void readsContosoAsTheDocumentationTellsIt() {
        Fleet fleet = FleetReader.read(List.of(Sources.example("contoso.yaml")));

        assertThat(fleet.name()).isEqualTo("contoso");
        assertThat(fleet.machines()).hasSize(134);
        assertThat(fleet.machines().getFirst().name()).isEqualTo("sql-ag-01-1");
        assertThat(fleet.machines().getLast().name()).isEqualTo("legacy-10");
        assertThat(fleet.machines())
                .filteredOn(m -> "configured".equals(m.facts().vbs()))
                .hasSize(10);
        assertThat(fleet.machines()).extracting(m -> m.facts().kb()).containsOnly("KB5048794");
        assertThat(fleet.clusters())
                .containsExactly(new Cluster(
                        "sql-ag-01",
                        "cloud",
                        List.of(new ClusteredRole("generic", 4)),
                        new Window("saturday", "22:00", 6, "Europe/Berlin"),
                        List.of("sql-ag-01-1", "sql-ag-01-2", "sql-ag-01-3", "sql-ag-01-4")));
        assertThat(fleet.assumptions().restart()).isEqualTo(new Span(480, true));
        assertThat(fleet.policy()).isEqualTo(Policy.DEFAULT);
        assertThat(fleet.events()).isEmpty();
        assertThat(fleet.conflicts()).isEmpty();
    }

    @Test
    void keepsOneInstanceOfEqualFacts() {
        Fleet fleet = FleetReader.read(List.of(Sources.example("contoso.yaml")));

        Map<Facts, Facts> instances = new java.util.IdentityHashMap<>();
        fleet.machines().forEach(machine -> instances.put(machine.facts(), machine.facts()));
        assertThat(instances.size())
                .isEqualTo(new HashSet<>(instances.values()).size())
                .isEqualTo(3);
    }

    @Test
    void takesThePassingValueForWhatIsLeftOut() {
        Fleet fleet = Sources.read("servers: [a]");

        assertThat(fleet.machines().getFirst().facts())
                .isEqualTo(new Facts(
                        "windows-server-2025",
                        "datacenter",
                        "on-premises",
                        "released",
                        "desktop",
                        "listed",
                        "uefi-secure-boot",
                        "running",
                        "on",
                        "connected",
                        "active",
                        "enabled",
                        true,
                        "automatic-by-platform",
                        "healthy",
                        "windows-update",
                        "allow",
                        "off",
                        16,
                        null,
                        List.of(),
                        "x64",
                        null));
    }

    @Test
    void letsEditionAndPlatformFollowTheProduct() {
        Fleet fleet = Sources.read("""
                defaults: {product: windows-server-2025, edition: standard, platform: other-cloud, kb: KB5048794}
                servers:
                  - {name: azure, product: windows-server-2022-azure-edition}
                  - {name: old, product: windows-server-2022}
                  - {name: client, product: windows-11-24h2}
                  - {name: same}
                """);

        assertThat(fleet.machines())
                .extracting(m -> m.name() + " " + m.facts().edition() + " "
                        + m.facts().platform() + " " + m.facts().kb())
                .containsExactly(
                        "azure datacenter-azure-edition azure null",
                        "old datacenter on-premises null",
                        "client enterprise on-premises null",
                        "same standard other-cloud KB5048794");
    }

    @Test
    void readsAStatedUnknownAsUnknown() {
        Facts facts = Sources.read("servers: [{name: a, vbs: unknown, optIn: unknown, edition: unknown}]")
                .machines()
                .getFirst()
                .facts();

        assertThat(facts.vbs()).isNull();
        assertThat(facts.optIn()).isNull();
        assertThat(facts.edition()).isNull();
    }

    @Test
    void expandsRangesWithTheirWidth() {
        Fleet fleet = Sources.read("""
                servers: ["a[8-11]", "b[08-11].contoso.com"]
                """);

        assertThat(fleet.machines())
                .extracting(Machine::name)
                .containsExactly(
                        "a8",
                        "a9",
                        "a10",
                        "a11",
                        "b08.contoso.com",
                        "b09.contoso.com",
                        "b10.contoso.com",
                        "b11.contoso.com");
    }

    @Test
    void readsNodesByNameWithOverrides() {
        Fleet fleet = Sources.read("""
                clusters:
                  - name: hv
                    vbs: configured
                    clusteredRoles: [{type: hyper-v, count: 30}, {type: file-server, count: 1}]
                    nodes: ["hv[1-2]", {name: hv9, vbs: running, cores: 64}]
                """);

        assertThat(fleet.machines())
                .extracting(m -> m.name() + " " + m.cluster() + " " + m.facts().vbs() + " "
                        + m.facts().cores())
                .containsExactly("hv1 hv configured 16", "hv2 hv configured 16", "hv9 hv running 64");
        assertThat(fleet.clusters().getFirst().clusteredRoles())
                .containsExactly(new ClusteredRole("hyper-v", 30), new ClusteredRole("file-server", 1));
        assertThat(fleet.clusters().getFirst().witness()).isEqualTo("none");
    }

    @Test
    void inheritsWindowsFromTheDefaults() {
        Fleet fleet = Sources.read("""
                defaults: {window: {day: sunday, start: "02:00", hours: 4, zone: Europe/Berlin}}
                clusters: [{name: c, nodes: 2}]
                servers: [a, {name: b, window: {day: monday, start: "03:30", hours: 2}}]
                """);

        Window sunday = new Window("sunday", "02:00", 4, "Europe/Berlin");
        assertThat(fleet.machines())
                .extracting(Machine::window)
                .containsExactly(sunday, sunday, sunday, new Window("monday", "03:30", 2, "UTC"));
        assertThat(fleet.clusters().getFirst().window()).isEqualTo(sunday);
    }

    @Test
    void readsPolicyAndEvents() {
        Fleet fleet = Sources.read("""
                servers: [a, b.contoso.com]
                policy:
                  outOfBand: all
                  ifRestartNeeded: hold
                  clusterSoak: 30m
                  rings: [{name: canary, share: 5%, soak: 24h}, {name: broad, share: 100%}]
                events:
                  - {at: "2025-10-24", machine: a, install: kb5070893}
                  - {from: 2025-04-01, to: "2025-05-20T12:30+02:00", machine: B, offline: true}
                  - {at: "2025-06-01T10:00:00Z", machine: A, set: {vbs: configured, optIn: unknown, cores: 8}}
                """);

        assertThat(fleet.policy())
                .isEqualTo(new Policy(
                        "all", "hold", 30, List.of(new Ring("canary", 5, 1_440), new Ring("broad", 100, 0))));
        assertThat(fleet.events())
                .containsExactly(
                        new MachineEvent.Install(Instant.parse("2025-10-24T00:00:00Z"), "a", "KB5070893"),
                        new MachineEvent.Offline(
                                Instant.parse("2025-04-01T00:00:00Z"),
                                Instant.parse("2025-05-20T10:30:00Z"),
                                "b.contoso.com"),
                        new MachineEvent.Change(
                                Instant.parse("2025-06-01T10:00:00Z"),
                                "a",
                                new FactChanges(Map.of("vbs", "configured", "optIn", "unknown", "cores", 8))));
    }

    @Test
    void repeatsTheAssumptionsAsTheFileSpellsThem() {
        Fleet fleet = Sources.read("""
                servers: [a]
                assumptions: {restart: {fixed: 90s}, cumulativeInstall: 1h, roleInterruption: {sql-ag: 12s}}
                """);

        Map<String, Object> spelled = AssumptionsUsed.of(fleet.assumptions());

        assertThat(spelled)
                .containsExactly(
                        entry("hotpatchInstall", "2m"),
                        entry("cumulativeInstall", "1h"),
                        entry("restart", Map.of("fixed", "90s")),
                        entry("drainPerRole", "20s"),
                        entry(
                                "roleInterruption",
                                Map.of(
                                        "generic",
                                        "30s",
                                        "sql-fci",
                                        "30s",
                                        "sql-ag",
                                        "12s",
                                        "hyper-v",
                                        "0s",
                                        "file-server",
                                        "5s")),
                        entry("otherRestartsPerYear", 0));
    }

    @Test
    void readsTheSameFleetFromJson() {
        String json = """
                {"fleet": "j", "servers": [{"name": "a-[1-3]", "cores": 8}], "clusters": [{"name": "c", "nodes": 3}]}
                """;
        String yaml = """
                fleet: j
                servers: [{name: "a-[1-3]", cores: 8}]
                clusters: [{name: c, nodes: 3}]
                """;

        Fleet fleet = FleetReader.read(List.of(Sources.text("fleet.yaml.json", json)));

        assertThat(fleet).usingRecursiveComparison().ignoringFields("inputs").isEqualTo(Sources.read(yaml));
    }
}
