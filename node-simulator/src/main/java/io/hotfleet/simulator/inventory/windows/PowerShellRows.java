package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.Fact;
import io.hotfleet.simulator.inventory.merge.FactSheet;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a command on the machine itself tells.
public final class PowerShellRows {
    private static final int TABLE_PAGE_BYTES = 4_096;
    private static final List<String> VBS = List.of("off", "configured", "running");

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
        String machine = row.machine("PSComputerName", "__SERVER");
        if (machine == null) {
            String server = row.text("CimSystemProperties", "ServerName");
            machine = server == null ? FileName.require(told.file(), "deviceguard", "machine") : server;
        }
        Map<Fact, Object> facts = new EnumMap<>(Fact.class);
        WindowsVersion.put(facts, Fact.VBS, vbs(row, "VirtualizationBasedSecurityStatus"));
        told.imported(machine, FactSheet.of(facts), row.place());
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
        String machine = row.machine("CsDNSHostName", "CsName", "CsCaption", "PSComputerName");
        machine = machine == null ? FileName.require(told.file(), "computerinfo", "machine") : machine;
        String domain = row.text("CsDomain");
        if (domain != null && domain.contains(".") && !machine.contains(".")) {
            machine = machine + "." + domain;
        }
        String build = row.text("OsBuildNumber") == null ? row.text("OsVersion") : row.text("OsBuildNumber");
        WindowsVersion version = WindowsVersion.of(
                build, row.text("WindowsEditionId"), row.text("OsName"), row.number("OsOperatingSystemSKU"));
        Map<Fact, Object> facts = version.facts();
        WindowsVersion.put(facts, Fact.INSTALL_OPTION, installOption(row.text("WindowsInstallationType")));
        WindowsVersion.put(facts, Fact.VBS, vbs(row, "DeviceGuardSmartStatus"));
        String firmware = String.valueOf(row.text("BiosFirmwareType")).toLowerCase(Locale.ROOT);
        WindowsVersion.put(facts, Fact.FIRMWARE, firmware.equals("1") || firmware.equals("bios") ? "bios" : null);
        WindowsVersion.put(facts, Fact.CORES, cores(row));
        String architecture = String.valueOf(row.text("OsArchitecture")).toLowerCase(Locale.ROOT);
        boolean intel = architecture.contains("64") && !architecture.contains("arm");
        WindowsVersion.put(facts, Fact.CHPE, intel ? "off" : null);
        told.imported(machine, FactSheet.of(facts), row.place());
        leaveOutIfUnsupported(machine, version);
        for (Row fix : row.rows("OsHotFixes")) {
            hotFixes.fix(machine, fix);
        }
    }

    private static String installOption(String installationType) {
        if (installationType == null) {
            return null;
        }
        return switch (installationType.toLowerCase(Locale.ROOT)) {
            case "server core" -> "core";
            case "server" -> "desktop";
            default -> null;
        };
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
        WindowsVersion windows = WindowsVersion.of(version, row.text("EditionID"), null, null);
        Map<Fact, Object> facts = windows.facts();
        WindowsVersion.put(facts, Fact.INSTALL_OPTION, installOption(row.text("InstallationType")));
        if (row.has("HotPatchTableSize")) {
            Integer bytes = row.number("HotPatchTableSize");
            boolean on = bytes != null && bytes > 0 && bytes % TABLE_PAGE_BYTES == 0;
            facts.put(Fact.HOT_PATCH_TABLE, on ? "on" : "off");
        }
        if (row.has("UseWUServer")) {
            facts.put(Fact.UPDATE_SOURCE, Boolean.TRUE.equals(row.flag("UseWUServer")) ? "wsus" : "windows-update");
        }
        if (row.has("AllowRebootlessUpdates")) {
            facts.put(Fact.POLICY, Boolean.TRUE.equals(row.flag("AllowRebootlessUpdates")) ? "allow" : "off");
        }
        if (Boolean.TRUE.equals(row.flag("HotPatchRestrictions"))) {
            facts.put(Fact.CHPE, "off");
        }
        told.imported(machine, FactSheet.of(facts), row.place());
        leaveOutIfUnsupported(machine, windows);
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
            case "disconnected" -> facts.put(Fact.ARC, onboarded ? "disconnected" : "none");
            default -> told.note(machine + ": status is " + status + ", arc stays unknown");
        }
        if (onboarded && row.text("subscriptionId") != null) {
            facts.put(Fact.SUBSCRIPTION, "active");
        }
        told.imported(machine, FactSheet.of(facts), row.place());
    }
}
