package io.hotfleet.simulator.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Files as administrators would have them of a made-up fleet: what several of them tell of one machine agrees.
final class RandomInventory {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] EDITIONS = {"Standard", "Datacenter"};
    /// Lists of updates with the revision that they lead to; null where no list is made.
    private static final String[][] HISTORIES = {
        {"6899", "KB5066835"},
        {"6905", "KB5066835 KB5070893"},
        {"6905", "KB5066835 KB5070881"},
        {"7092", "KB5066835 KB5068966"},
        {"7171", "KB5066835 KB5068861"},
        {"32230", "KB5070881 KB5073379"},
        {"6905", null},
        {"7092", null}
    };

    private final Random random;
    private final boolean contradictory;
    private final Map<String, List<ObjectNode>> files = new LinkedHashMap<>();

    /// One whose files agree.
    RandomInventory(long seed) {
        this(seed, false);
    }

    /// @param contradictory whether several files may tell different things of one machine
    RandomInventory(long seed, boolean contradictory) {
        random = new Random(seed);
        this.contradictory = contradictory;
        int machines = 2 + random.nextInt(5);
        for (int i = 0; i < machines; i++) {
            machine(i);
        }
    }

    /// The rows of each file by its name.
    Map<String, List<ObjectNode>> files() {
        return files;
    }

    private void machine(int number) {
        String name = (random.nextInt(3) == 0 ? "PRODSQL-WEU-N" + (char) ('A' + number) + "DE-0" : "SRV-0") + number;
        String edition = EDITIONS[random.nextInt(EDITIONS.length)];
        String[] history = HISTORIES[random.nextInt(HISTORIES.length)];
        graph(name, edition, history[0]);
        boolean cutOff = name.length() > 15;
        String netBios = cutOff ? name.substring(0, 15) : name;
        row("registry.json", """
                {"ComputerName": "%s", "CurrentBuild": "26100", "UBR": %s, "EditionID": "Server%s", "InstallationType": "Server",
                 "HotPatchTableSize": %d, "UseWUServer": %s}""".formatted(
                netBios, history[0], edition, random.nextInt(5) == 0 ? 0 : 4096, random.nextInt(5) == 0 ? 1 : 0));
        int vbs = random.nextInt(4) == 0 ? 1 : 2;
        row("deviceguard.json", """
                {"PSComputerName": "%s.ad.example", "VirtualizationBasedSecurityStatus": %d}""".formatted(name, vbs));
        row("computerinfo.json", """
                {"CsDNSHostName": "%s", "CsName": "%s", "CsDomain": "ad.example", "WindowsEditionId": "Server%s",
                 "WindowsInstallationType": "Server", "OsBuildNumber": "26100", "OsArchitecture": "64-bit",
                 "BiosFirmwareType": %d, "DeviceGuardSmartStatus": %d}""".formatted(
                name, netBios, edition, random.nextInt(5) == 0 ? 1 : 2, contradictory ? random.nextInt(3) : vbs));
        if (history[1] != null) {
            for (String kb : history[1].split(" ")) {
                row("hotfix.json", """
                        {"CSName": "%s", "HotFixID": "%s", "InstalledOn": "%d/%d/2025"}""".formatted(netBios, kb, 1 + random.nextInt(12), 1 + random.nextInt(28)));
            }
        }
    }

    private void graph(String name, String edition, String revision) {
        String licence = random.nextInt(4) == 0 ? "Disabled" : "Enabled";
        boolean optIn = random.nextInt(4) > 0;
        String id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/machines/" + name;
        String row = """
                {"id": "%s", "name": "%s", "type": "microsoft.hybridcompute/machines", "kind": "%s", "properties": {
                 "status": "%s", "lastStatusChange": "2025-10-%02dT00:00:00Z", "osSku": "Windows Server 2025 %s",
                 "osEdition": "server%s", "osVersion": "10.0.26100.%s", "dnsFqdn": "%s.ad.example",
                 "detectedProperties": {"coreCount": "8", "cloudprovider": "N/A"}, "osProfile": {"computerName": "%s",
                 "windowsConfiguration": {"patchSettings": {"enableHotpatching": %s, "status": {"hotpatchEnablementStatus":
                 "%s"}}}}}}""".formatted(
                        id,
                        name,
                        random.nextInt(6) == 0 ? "HCI" : "",
                        random.nextInt(4) == 0 ? "Disconnected" : "Connected",
                        1 + random.nextInt(28),
                        edition,
                        edition.toLowerCase(),
                        revision,
                        name.toLowerCase(),
                        name,
                        optIn,
                        optIn ? "Enabled" : "Disabled");
        row("graph.json", row);
        row("graph.json", """
                {"id": "%s/licenseProfiles/default", "name": "default", "type":
                 "microsoft.hybridcompute/machines/licenseprofiles", "properties": {"productProfile": {"productFeatures":
                 [{"name": "Hotpatch", "subscriptionStatus": "%s"}]}}}""".formatted(id, licence));
        if (random.nextInt(4) == 0) {
            row(
                    "graph.json",
                    row.replace("/machines/" + name, "/machines/old-" + name)
                            .replace("\"lastStatusChange\": \"2025-10", "\"lastStatusChange\": \"2025-04")
                            .replace("\"Connected\"", "\"Disconnected\""));
        }
    }

    private void row(String file, String json) {
        files.computeIfAbsent(file, _ -> new ArrayList<>()).add((ObjectNode) tree(json));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static ObjectNode shuffled(ObjectNode row, Random order) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        java.util.Collections.shuffle(names, order);
        ObjectNode other = JSON.createObjectNode();
        for (String name : names) {
            JsonNode value = row.get(name);
            other.set(name, value instanceof ObjectNode inner ? shuffled(inner, order) : value);
        }
        return other;
    }

    /// The places of all values that can be taken away: those that say which row it is stay.
    static List<Runnable> removals(ObjectNode row, List<String> stay) {
        List<Runnable> all = new ArrayList<>();
        row.fieldNames().forEachRemaining(name -> {
            if (!stay.contains(name)) {
                all.add(() -> row.remove(name));
            }
            JsonNode value = row.get(name);
            if (value instanceof ObjectNode inner) {
                all.addAll(removals(inner, stay));
            } else if (value instanceof ArrayNode items) {
                items.forEach(item -> {
                    if (item instanceof ObjectNode inner) {
                        all.addAll(removals(inner, stay));
                    }
                });
            }
        });
        return all;
    }
}
