package io.hotfleet.simulator.inventory.azure;

import static io.hotfleet.simulator.inventory.windows.WindowsVersion.put;

import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.Resource;
import io.hotfleet.simulator.inventory.merge.Told;
import io.hotfleet.simulator.inventory.windows.WindowsVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Virtual machines of Azure: image, security profile, patch settings and what the instance view tells of Windows.
public final class VirtualMachineRows {
    private static final String[] WINDOWS = {"osProfile", "windowsConfiguration"};
    private static final String[] PATCHING = ResourceRow.path(WINDOWS, "patchSettings");
    private static final String[] BYPASS =
            ResourceRow.path(PATCHING, "automaticByPlatformSettings", "bypassPlatformSafetyChecksOnUserSchedule");
    /// The images whose machines hotpatch, of publisher MicrosoftWindowsServer and offer WindowsServer.
    private static final Set<String> LISTED = Set.of(
            "2022-datacenter-azure-edition-core",
            "2022-datacenter-azure-edition-core-smalldisk",
            "2022-datacenter-azure-edition-hotpatch",
            "2022-datacenter-azure-edition-hotpatch-smalldisk",
            "2025-datacenter-azure-edition",
            "2025-datacenter-azure-edition-smalldisk",
            "2025-datacenter-azure-edition-core",
            "2025-datacenter-azure-edition-core-smalldisk");

    private final Told told;
    private final ResourceFacts facts = new ResourceFacts();

    public VirtualMachineRows(Told told) {
        this.told = told;
    }

    public void machine(Row plain) {
        ResourceRow row = ResourceRow.of(plain);
        String name = name(row);
        String sku = image(row, "sku");
        String osName = row.text("extended", "instanceView", "osName");
        osName = osName == null ? row.text("instanceView", "osName") : osName;
        String version = row.text("extended", "instanceView", "osVersion");
        version = version == null ? row.text("instanceView", "osVersion") : version;
        WindowsVersion windows = WindowsVersion.of(
                version == null ? build(sku) : version, null, osName == null ? asName(sku) : osName, null, null);
        Map<Fact, Object> known = facts.of(windows);
        put(known, Fact.PLATFORM, "azure");
        put(known, Fact.SUBSCRIPTION, "active");
        put(known, Fact.IMAGE, listed(row, sku));
        put(known, Fact.INSTALL_OPTION, LISTED.contains(sku) ? sku.contains("-core") ? "core" : "desktop" : null);
        put(known, Fact.FIRMWARE, firmware(row));
        put(known, Fact.OPT_IN, row.flag(ResourceRow.path(PATCHING, "enableHotpatching")));
        put(known, Fact.PATCH_MODE, patchMode(row));
        String hardware = ResourceFacts.identifiesNothing(row.text("vmId")) ? null : row.text("vmId");
        Resource resource =
                new Resource(plain.text("name"), Resource.key(row.id()), isRunning(row), 0, Resource.key(hardware));
        told.resource(name, resource, FactSheet.of(known), plain.place());
        row.tell(told.tally());
        warn(row, name, sku, osName);
        if ("linux".equalsIgnoreCase(row.text("storageProfile", "osDisk", "osType"))) {
            told.leaveOut(name, "not Windows");
        } else if (facts.unsupported(windows) != null) {
            told.leaveOut(name, facts.unsupported(windows));
        }
    }

    private static String name(ResourceRow row) {
        String host = row.text("osProfile", "computerName");
        host = host == null ? row.text("extended", "instanceView", "computerName") : host;
        String resource = row.row().text("name");
        return host == null || resource != null && ResourceFacts.isCutOff(host, resource) ? resource : host;
    }

    /// Null where the row does not tell it.
    private static Boolean isRunning(ResourceRow row) {
        String state = row.text("extended", "instanceView", "powerState", "code");
        return state == null ? null : state.equalsIgnoreCase("PowerState/running");
    }

    private static String image(ResourceRow row, String field) {
        String text = row.text("storageProfile", "imageReference", field);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /// Null where no image is told, or not all of it: a disk that was brought along has none.
    private static String listed(ResourceRow row, String sku) {
        for (String own : List.of("id", "sharedGalleryImageId", "communityGalleryImageId")) {
            if (!image(row, own).isEmpty()) {
                return "other";
            }
        }
        String publisher = image(row, "publisher");
        String offer = image(row, "offer");
        if (publisher.isEmpty() || offer.isEmpty() || sku.isEmpty()) {
            return null;
        }
        boolean official = publisher.equals("microsoftwindowsserver") && offer.equals("windowsserver");
        return official && LISTED.contains(sku) ? "listed" : "other";
    }

    private static String build(String sku) {
        return sku.startsWith("2025-") ? "26100" : sku.startsWith("2022-") ? "20348" : null;
    }

    /// What the image's name says of Windows, for machines whose instance view is not told.
    private static String asName(String sku) {
        return build(sku) == null ? null : "Windows Server " + sku.replace("azure-edition", "azure edition");
    }

    /// Whether a machine of generation 2 boots securely only its security profile tells.
    private static String firmware(ResourceRow row) {
        Boolean secure = row.flag("securityProfile", "uefiSettings", "secureBootEnabled");
        if (secure != null) {
            return secure ? "uefi-secure-boot" : "uefi";
        }
        return "V1".equalsIgnoreCase(row.text("extended", "instanceView", "hyperVGeneration")) ? "bios" : null;
    }

    /// The platform patches a machine only through its agent.
    private static String patchMode(ResourceRow row) {
        String mode = row.text(ResourceRow.path(PATCHING, "patchMode"));
        Boolean agent = row.flag(ResourceRow.path(WINDOWS, "provisionVMAgent"));
        if (mode != null && !mode.equalsIgnoreCase("AutomaticByPlatform") || Boolean.FALSE.equals(agent)) {
            return "other";
        }
        return mode == null || agent == null ? null : "automatic-by-platform";
    }

    private void warn(ResourceRow row, String name, String sku, String osName) {
        boolean optIn = Boolean.TRUE.equals(row.flag(ResourceRow.path(PATCHING, "enableHotpatching")));
        if (optIn && Boolean.TRUE.equals(row.flag(BYPASS))) {
            told.note(name
                    + ": enableHotpatching and bypassPlatformSafetyChecksOnUserSchedule are both true; Azure refused"
                    + " the two together in 2025-03 (ARM's answer, 400), a text of 2026-10 that nobody confirmed says they"
                    + " can be combined");
        }
        List<String> years = List.of("2022", "2025");
        for (String year : years) {
            if (sku.startsWith(year + "-") && osName != null && !osName.contains(year)) {
                told.note(name + ": its image is " + sku + ", its instance view says " + osName + ", which counts");
            }
        }
    }
}
