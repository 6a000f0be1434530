package io.hotfleet.licensing.eligibility;

/// What opens a gate, and the command that does it. The names are stable: reports group by them.
///
/// A remedy `BY_HAND` is what a person would have to do or find out first; it does not make a gate fixable.
/// Words in angle brackets stand for what only the caller knows.
enum Remedy {
    ENABLE_VBS(Effort.RESTART, Commands.ENABLE_VBS),
    ENABLE_SECURE_BOOT(Effort.RESTART, Commands.ENABLE_SECURE_BOOT),
    SET_TABLE_SIZE(Effort.RESTART, Commands.SET_TABLE_SIZE),
    DISABLE_CHPE(Effort.RESTART, Commands.DISABLE_CHPE),
    CONNECT_ARC(Effort.NOW, Commands.CONNECT_ARC),
    ATTACH_SUBSCRIPTION(Effort.NOW, Commands.ATTACH_SUBSCRIPTION),
    ENABLE_LICENCE(Effort.NOW, Commands.ENABLE_LICENCE),
    OPT_IN(Effort.NOW, Commands.OPT_IN),
    SET_PATCH_MODE(Effort.NOW, Commands.SET_PATCH_MODE),
    REPAIR_EXTENSION(Effort.NOW, Commands.REPAIR_EXTENSION),
    CHANGE_UPDATE_SOURCE(Effort.NOW, Commands.CHANGE_UPDATE_SOURCE),
    ALLOW_HOTPATCH_POLICY(Effort.NOW, Commands.ALLOW_HOTPATCH_POLICY),
    USE_AN_ELIGIBLE_EDITION(Effort.BY_HAND, "DISM /online /Get-TargetEditions"),
    USE_A_RELEASED_BUILD(Effort.BY_HAND, "Get-ComputerInfo -Property OsVersion, OsBuildNumber, WindowsProductName"),
    USE_A_CORE_OR_HOTPATCH_IMAGE(Effort.BY_HAND, Commands.LIST_IMAGES),
    USE_A_SUPPORTED_PLATFORM(
            Effort.BY_HAND, "Get-CimInstance Win32_ComputerSystem | Select-Object Manufacturer, Model"),
    REDEPLOY_FROM_A_LISTED_IMAGE(Effort.BY_HAND, Commands.LIST_IMAGES),
    CONVERT_TO_UEFI(Effort.BY_HAND, "mbr2gpt /validate /allowFullOS"),
    FIND_OUT_EDITION(Effort.BY_HAND, "Get-ComputerInfo -Property WindowsEditionId"),
    FIND_OUT_BUILD(Effort.BY_HAND, "Get-ComputerInfo -Property OsVersion, OsBuildNumber, WindowsProductName"),
    FIND_OUT_INSTALL_OPTION(Effort.BY_HAND, "Get-ComputerInfo -Property WindowsInstallationType"),
    FIND_OUT_PLATFORM(Effort.BY_HAND, "Get-CimInstance Win32_ComputerSystem | Select-Object Manufacturer, Model"),
    FIND_OUT_IMAGE(Effort.BY_HAND, Commands.SHOW_IMAGE),
    FIND_OUT_FIRMWARE(Effort.BY_HAND, "Get-ComputerInfo -Property BiosFirmwareType; Confirm-SecureBootUEFI");

    private enum Effort {
        NOW,
        RESTART,
        BY_HAND
    }

    private final Effort effort;
    private final String command;

    Remedy(Effort effort, String command) {
        this.effort = effort;
        this.command = command;
    }

    public boolean isFixable() {
        return effort != Effort.BY_HAND;
    }

    public boolean needsRestart() {
        return effort == Effort.RESTART;
    }

    /// Two remedies are done elsewhere where no Arc machine is: in the tenant, or on the virtual machine.
    String command(Route route) {
        if (this == ENABLE_LICENCE && route == Route.CLIENT_POLICY) {
            return Commands.ENABLE_CLIENT_LICENCE;
        }
        if (this == OPT_IN && route == Route.AZURE_IMAGE) {
            return Commands.OPT_IN_ON_AZURE;
        }
        return command;
    }

    /// What to do about a gate that does not pass.
    static Remedy of(Gate gate, Facts facts) {
        boolean unknown = facts.isUnknown(gate.fact());
        return switch (gate) {
            case EDITION -> unknown ? FIND_OUT_EDITION : USE_AN_ELIGIBLE_EDITION;
            case BUILD -> unknown ? FIND_OUT_BUILD : USE_A_RELEASED_BUILD;
            case INSTALL_OPTION -> unknown ? FIND_OUT_INSTALL_OPTION : USE_A_CORE_OR_HOTPATCH_IMAGE;
            case PLATFORM -> unknown ? FIND_OUT_PLATFORM : USE_A_SUPPORTED_PLATFORM;
            case IMAGE -> unknown ? FIND_OUT_IMAGE : REDEPLOY_FROM_A_LISTED_IMAGE;
            case FIRMWARE -> firmware(facts, ENABLE_SECURE_BOOT);
            case VBS_NOT_RUNNING -> firmware(facts, ENABLE_VBS);
            case TABLE_SIZE -> SET_TABLE_SIZE;
            case ARC -> CONNECT_ARC;
            case SUBSCRIPTION -> ATTACH_SUBSCRIPTION;
            case LICENCE -> ENABLE_LICENCE;
            case OPT_IN -> OPT_IN;
            case PATCH_MODE -> SET_PATCH_MODE;
            case EXTENSION -> REPAIR_EXTENSION;
            case UPDATE_SOURCE -> CHANGE_UPDATE_SOURCE;
            case POLICY -> ALLOW_HOTPATCH_POLICY;
            case CHPE -> DISABLE_CHPE;
        };
    }

    /// Without UEFI neither Secure Boot nor virtualization-based security can be had.
    private static Remedy firmware(Facts facts, Remedy onUefi) {
        return switch (facts.value(Fact.FIRMWARE)) {
            case "bios" -> CONVERT_TO_UEFI;
            case Facts.UNKNOWN -> FIND_OUT_FIRMWARE;
            default -> onUefi;
        };
    }
}
