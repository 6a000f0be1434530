package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.fact.Fact;
import io.hotfleet.simulator.inventory.fact.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a command on the machine itself tells.
public final class PowerShellRows {
    private static final int TABLE_PAGE_BYTES = 4_096;
    private static final List<String> VBS = List.of("off", "configured", "running");

    private static final int NETBIOS_CHARS = 15;
    /// The values of the registry that are read, and what PowerShell adds to them.
    private static final Set<String> REGISTRY = Set.of(
            "pscomputername",
            "computername",
            "csname",
            "currentbuild",
            "currentbuildnumber",
            "ubr",
            "editionid",
            "productname",
            "installationtype",
            "processor_architecture",
            "hotpatchtablesize",
            "usewuserver",
            "allowrebootlessupdates",
            "hotpatchrestrictions",
            "runspaceid",
            "psshowcomputername",
            "psparentpath",
            "pspath",
            "pschildname",
            "psdrive",
            "psprovider");

    private final Told told;
    private final HotFixRows hotFixes;

    public PowerShellRows(Told told, HotFixRows hotFixes) {
        this.told = told;
        this.hotFixes = hotFixes;
    }

    /// The bare answer of Confirm-SecureBootUEFI, which fails on a BIOS.
    public static void secureBoot(boolean on, Told told) {
        String machine = FileName.require(told.file(), "secureboot", "machine");
        told.machine(machine, FactSheet.of(Map.of(Fact.FIRMWARE, on ? "uefi-secure-boot" : "uefi")), null, null, 1);
    }

    public void deviceGuard(Row row) {
        String server = row.text("CimSystemProperties", "ServerName");
        String machine = row.machineOr(server, "PSComputerName", "__SERVER");
        machine = machine == null ? FileName.require(told.file(), "deviceguard", "machine") : machine;
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        WindowsVersion.put(facts, Fact.VBS, vbs(row, "VirtualizationBasedSecurityStatus"));
        told.imported(machine, false, FactSheet.of(facts), row.place());
    }

    private static String vbs(Row row, String field) {
        Integer status = row.number(field);
        if (status != null) {
            return status >= 0 && status < VBS.size() ? VBS.get(status) : null;
        }
        String name = row.text(field) == null ? "" : row.text(field).toLowerCase(Locale.ROOT);
        return VBS.contains(name) ? VBS.get(VBS.indexOf(name)) : null;
    }

    public void computerInfo(Row row) {
        boolean whole = row.machine("CsDNSHostName") != null;
        String machine = row.machine("CsDNSHostName", "CsName", "CsCaption", "PSComputerName");
        machine = machine == null ? FileName.require(told.file(), "computerinfo", "machine") : machine;
        String domain = row.text("CsDomain");
        boolean cutOff = !whole && machine.length() == NETBIOS_CHARS;
        if (domain != null && domain.contains(".") && !machine.contains(".") && !cutOff) {
            machine = machine + "." + domain;
        }
        String build = row.text("OsBuildNumber") == null ? row.text("OsVersion") : row.text("OsBuildNumber");
        WindowsVersion version = WindowsVersion.of(
                build,
                row.text("WindowsEditionId"),
                row.text("OsName"),
                row.number("OsOperatingSystemSKU"),
                row.text("WindowsInstallationType"));
        Map<Fact, Object> facts = version.facts();
        WindowsVersion.put(facts, Fact.VBS, vbs(row, "DeviceGuardSmartStatus"));
        String firmware = String.valueOf(row.text("BiosFirmwareType")).toLowerCase(Locale.ROOT);
        WindowsVersion.put(facts, Fact.FIRMWARE, firmware.equals("1") || firmware.equals("bios") ? "bios" : null);
        WindowsVersion.put(facts, Fact.CORES, cores(row));
        architecture(row.text("OsArchitecture"), facts);
        List<Row> fixes = row.rows("OsHotFixes");
        told.imported(machine, whole, FactSheet.of(facts), row.place());
        leaveOutIfUnsupported(machine, version);
        for (Row fix : fixes) {
            hotFixes.fix(machine, whole, fix);
        }
    }

    /// On a processor that is none of Arm's there is no CHPE.
    private static void architecture(String told, Map<Fact, Object> facts) {
        String name = told == null ? "" : told.toLowerCase(Locale.ROOT);
        if (name.contains("arm")) {
            facts.put(Fact.ARCHITECTURE, "arm64");
        } else if (name.contains("64")) {
            facts.put(Fact.ARCHITECTURE, "x64");
            facts.put(Fact.CHPE, "off");
        }
    }

    private static Integer cores(Row row) {
        int cores = 0;
        for (Row processor : row.rows("CsProcessors")) {
            Integer number = processor.number("NumberOfCores");
            cores += number == null ? 0 : number;
        }
        return Fact.plausibleCores(cores);
    }

    private void leaveOutIfUnsupported(String machine, WindowsVersion version) {
        if (version.unsupported() != null) {
            told.leaveOut(machine, version.unsupported());
        }
    }

    /// Values of the registry, from `Windows NT\CurrentVersion` and from the keys that docs/inputs.md lists. A value
    /// that was asked for and is not there is null.
    public void registry(Row row) {
        String machine = row.machine("PSComputerName", "ComputerName", "CSName");
        machine = machine == null ? FileName.require(told.file(), "registry", "machine") : machine;
        String build = row.text("CurrentBuild") == null ? row.text("CurrentBuildNumber") : row.text("CurrentBuild");
        String version = build == null || row.text("UBR") == null ? build : "10.0." + build + "." + row.text("UBR");
        WindowsVersion windows = WindowsVersion.of(
                version, row.text("EditionID"), row.text("ProductName"), null, row.text("InstallationType"));
        Map<Fact, Object> facts = windows.facts();
        architecture(row.text("PROCESSOR_ARCHITECTURE"), facts);
        WindowsVersion.put(facts, Fact.HOT_PATCH_TABLE, hotPatchTable(row));
        WindowsVersion.put(facts, Fact.UPDATE_SOURCE, asked(row, "UseWUServer", "wsus", "windows-update"));
        WindowsVersion.put(facts, Fact.POLICY, asked(row, "AllowRebootlessUpdates", "allow", "off"));
        if (Boolean.TRUE.equals(row.flag("HotPatchRestrictions"))) {
            facts.put(Fact.CHPE, "off");
        }
        told.imported(machine, false, FactSheet.of(facts), row.place());
        leaveOutIfUnsupported(machine, windows);
        row.keys().stream().filter(key -> !REGISTRY.contains(key)).forEach(told.tally()::unread);
    }

    private static String hotPatchTable(Row row) {
        String text = row.text("HotPatchTableSize");
        if (text == null) {
            return row.has("HotPatchTableSize") ? "off" : null;
        }
        if (!text.matches("(0[xX][0-9A-Fa-f]{1,7}|[0-9]{1,9})")) {
            return null;
        }
        int bytes = Integer.decode(text.matches("0[0-9]+") ? text.replaceFirst("^0+(?=.)", "") : text);
        return bytes > 0 && bytes % TABLE_PAGE_BYTES == 0 ? "on" : "off";
    }

    /// A value that was asked for and is not there is not set; one that is neither on nor off tells nothing.
    private static String asked(Row row, String field, String on, String off) {
        Boolean flag = row.flag(field);
        boolean told = row.has(field) && (flag != null || row.text(field) == null);
        return told ? (Boolean.TRUE.equals(flag) ? on : off) : null;
    }

    /// `azcmagent show -j`: the agent knows its Azure resource, not its host, so the file's name tells the machine.
    public void agent(Row row) {
        String machine = FileName.subject(told.file(), "azcmagent");
        machine = machine == null ? row.text("resourceName") : machine;
        boolean onboarded = row.text("resourceName") != null;
        String status = String.valueOf(row.text("status")).toLowerCase(Locale.ROOT);
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        switch (status) {
            case "connected" -> facts.put(Fact.ARC, "connected");
            case "disconnected", "expired" -> facts.put(Fact.ARC, onboarded ? "disconnected" : "none");
            default -> told.note(machine + ": status is " + status + ", arc stays unknown");
        }
        if (onboarded && row.text("subscriptionId") != null) {
            facts.put(Fact.SUBSCRIPTION, "active");
        }
        told.imported(machine, true, FactSheet.of(facts), row.place());
    }
}
