package io.hotfleet.licensing.eligibility;

/// The command lines of the remedies.
final class Commands {
    static final String ENABLE_VBS = "reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceGuard"
            + " /v EnableVirtualizationBasedSecurity /t REG_DWORD /d 1 /f; Restart-Computer";

    /// On hardware the firmware's own menu; for a virtual machine its host switches it on.
    static final String ENABLE_SECURE_BOOT = "shutdown /r /fw /t 0  # on a Hyper-V host: Stop-VM <MACHINE>;"
            + " Set-VMFirmware -VMName <MACHINE> -EnableSecureBoot On; Start-VM <MACHINE>";

    static final String SET_TABLE_SIZE = memoryManagement("HotPatchTableSize", "0x1000");

    static final String DISABLE_CHPE = memoryManagement("HotPatchRestrictions", "1");

    static final String CONNECT_ARC = "azcmagent connect --subscription-id <SUBSCRIPTION> --resource-group <GROUP>"
            + " --tenant-id <TENANT> --location <LOCATION>";

    static final String ATTACH_SUBSCRIPTION =
            "az account subscription enable --id <SUBSCRIPTION>; az account set --subscription <SUBSCRIPTION>";

    static final String ENABLE_LICENCE = "az rest --method put --url \"" + arcMachine()
            + "/licenseProfiles/default?api-version=2023-10-03-preview\" --body '{\"location\": \"<LOCATION>\","
            + " \"properties\": {\"productProfile\": {\"productType\": \"WindowsServer\", \"productFeatures\":"
            + " [{\"name\": \"Hotpatch\", \"subscriptionStatus\": \"Enable\"}]}}}'";

    static final String ENABLE_CLIENT_LICENCE =
            "Set-MgUserLicense -UserId <USER> -AddLicenses @{SkuId = '<SKU>'} -RemoveLicenses @()";

    static final String OPT_IN = "az rest --method patch --url \"" + arcMachine()
            + "?api-version=2024-07-10\" --body '{\"properties\": {\"osProfile\": {\"windowsConfiguration\":"
            + " {\"patchSettings\": {\"enableHotpatching\": true}}}}}'";

    static final String OPT_IN_ON_AZURE = "az vm update --resource-group <GROUP> --name <MACHINE>"
            + " --set osProfile.windowsConfiguration.patchSettings.enableHotpatching=true";

    static final String SET_PATCH_MODE = "az vm update --resource-group <GROUP> --name <MACHINE>"
            + " --set osProfile.windowsConfiguration.provisionVMAgent=true"
            + " osProfile.windowsConfiguration.patchSettings.patchMode=AutomaticByPlatform";

    static final String REPAIR_EXTENSION =
            "az vm extension delete --resource-group <GROUP> --vm-name <MACHINE> --name WindowsHotpatch;"
                    + " az vm assess-patches --resource-group <GROUP> --name <MACHINE>";

    static final String CHANGE_UPDATE_SOURCE = "reg add HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU"
            + " /v UseWUServer /t REG_DWORD /d 0 /f; Restart-Service wuauserv";

    static final String ALLOW_HOTPATCH_POLICY = "Invoke-MgGraphRequest -Method PATCH"
            + " -Uri https://graph.microsoft.com/beta/deviceManagement/windowsQualityUpdatePolicies/<POLICY>"
            + " -Body @{hotpatchEnabled = $true}";

    static final String LIST_IMAGES = "az vm image list --all --publisher MicrosoftWindowsServer"
            + " --offer WindowsServer --query \"[?contains(sku, 'azure-edition')].sku\"";

    static final String SHOW_IMAGE =
            "az vm show --resource-group <GROUP> --name <MACHINE> --query storageProfile.imageReference";

    private Commands() {}

    private static String memoryManagement(String value, String content) {
        return "reg add \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\" /v " + value
                + " /t REG_DWORD /d " + content + " /f; Restart-Computer";
    }

    private static String arcMachine() {
        return "https://management.azure.com/subscriptions/<SUBSCRIPTION>/resourceGroups/<GROUP>"
                + "/providers/Microsoft.HybridCompute/machines/<MACHINE>";
    }
}
