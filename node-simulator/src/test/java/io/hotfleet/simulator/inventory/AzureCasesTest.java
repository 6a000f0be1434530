package io.hotfleet.simulator.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.simulator.inventory.reader.FleetReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Azure writes, in each of the forms that its tools have for it, and beside each case a second one of its class.
class AzureCasesTest {
    private static Facts only(Fleet fleet) {
        assertThat(fleet.machines()).hasSize(1);
        return fleet.machines().getFirst().facts();
    }

    private static Fleet read(String name, String content) {
        return FleetReader.read(List.of(Sources.text(name, content.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c04-searchazgraph-depth2.json", "c04b-searchazgraph-depth4.json", "c04c-array-depth2.json"})
    void whatConvertToJsonCutOffIsRefusedWithTheCure(String name) {
        assertThatThrownBy(() -> Sources.cases(name))
                .isInstanceOf(FleetInvalid.class)
                .hasMessageContaining("is cut off by ConvertTo-Json")
                .hasMessageContaining("-Depth 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'CsDNSHostName': 'A', 'CsProcessors': 'System.Object[]', 'BiosFirmwareType': 2}",
                "{'CsDNSHostName': 'A', 'BiosFirmwareType': 2, 'OsHotFixes': ['@{HotFixID=KB5066835; InstalledOn=}']}",
                "{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A', 'status': 'Connected', 'licenseProfile':"
                        + " 'Microsoft.Azure.PowerShell.Cmdlets.ConnectedMachine.Models.LicenseProfile'}"
            })
    void soIsWhatOtherCommandsCutOff(String json) {
        assertThatThrownBy(() -> read("x.json", json)).hasMessageContaining("-Depth 20");
    }

    @Test
    void anExpiredAgentIsNotConnected() {
        assertThat(only(Sources.cases("c06b-expired.json")).arc()).isEqualTo("disconnected");
        assertThat(only(read("a.azcmagent.json", "{'resourceName': 'a', 'status': 'Expired'}"))
                        .arc())
                .isEqualTo("disconnected");
    }

    @Test
    void azureMachinesAreRead() {
        Fleet fleet = Sources.cases("c15-azure-vms.json");

        assertThat(fleet.machines())
                .extracting(machine -> machine.facts().platform()
                        + " " + machine.facts().edition()
                        + " " + machine.facts().image()
                        + " " + machine.facts().firmware()
                        + " " + machine.facts().patchMode()
                        + " " + machine.facts().optIn())
                .containsExactly(
                        "azure datacenter-azure-edition listed uefi-secure-boot automatic-by-platform true",
                        "azure datacenter-azure-edition listed uefi-secure-boot automatic-by-platform true");
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.contains("AZ-WEB02: its image is 2022-datacenter-azure-edition-hotpatch"));
        assertThat(Sources.cases("c15b-azure-vms-mixed.json").machines())
                .extracting(machine -> machine.name() + " " + machine.facts().platform())
                .containsExactly("AZ-WEB01 azure", "FRA-APP01 on-premises");
    }

    @Test
    void azureMachinesWithoutInstanceViewAreReadByTheirImage() {
        Fleet fleet = read("vm.json", """
                [{'id': '/x/Microsoft.Compute/virtualMachines/V', 'name': 'V', 'type': 'Microsoft.Compute/virtualMachines',
                  'properties': {'storageProfile': {'imageReference': {'publisher': 'MicrosoftWindowsServer',
                   'offer': 'WindowsServer', 'sku': '2022-datacenter-azure-edition'}}, 'osProfile': {'computerName': 'V',
                   'windowsConfiguration': {'patchSettings': {'patchMode': 'AutomaticByOS', 'enableHotpatching': true,
                   'automaticByPlatformSettings': {'bypassPlatformSafetyChecksOnUserSchedule': true}}}}}},
                 {'id': '/x/Microsoft.Compute/virtualMachines/V/extensions/hp', 'name': 'hp',
                  'type': 'microsoft.compute/virtualmachines/extensions', 'properties': {'publisher': 'Microsoft.CPlat.Core',
                  'type': 'WindowsHotpatchExtension', 'provisioningState': 'Succeeded'}},
                 {'id': '/x/Microsoft.Compute/virtualMachines/L', 'name': 'L', 'type': 'Microsoft.Compute/virtualMachines',
                  'properties': {'storageProfile': {'osDisk': {'osType': 'Linux'}}}}]""");

        Facts facts = only(fleet);
        assertThat(facts.product()).isEqualTo("windows-server-2022-azure-edition");
        assertThat(facts.image()).isEqualTo("other");
        assertThat(facts.patchMode()).isEqualTo("other");
        assertThat(facts.firmware()).isNull();
        assertThat(facts.extension()).isEqualTo("healthy");
        assertThat(fleet.conflicts())
                .anyMatch(line -> line.contains("bypassPlatformSafetyChecksOnUserSchedule are both true"))
                .anyMatch(line -> line.equals("left out, not Windows: L"));
    }

    @Test
    void projectedColumnsAreReadOrNamed() {
        Fleet fleet = Sources.cases("c27-projected.json");

        assertThat(only(fleet).product()).isEqualTo("windows-server-2025");
        assertThat(only(fleet).arc()).isEqualTo("connected");
        assertThat(only(fleet).licence()).isNull();
        assertThat(fleet.conflicts()).anyMatch(line -> line.endsWith("fields not read: hotpatch"));
    }

    @Test
    void soAreColumnsOfATableWithoutIds() {
        Fleet fleet = read(
                "x.csv",
                "name,osSku,osVersion,enableHotpatching,Owner\nA,Windows Server 2025 Standard,10.0.26100.6899,true,me\n");

        assertThat(only(fleet).edition()).isEqualTo("standard");
        assertThat(only(fleet).optIn()).isTrue();
        assertThat(fleet.conflicts()).anyMatch(line -> line.endsWith("fields not read: owner"));
    }

    @Test
    void flattenedRowsOfTheToolsAreRead() {
        Fleet cli = read("az.json", """
                [{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A', 'type': 'Microsoft.HybridCompute/machines',
                  'status': 'Connected', 'osSku': 'Windows Server 2025 Standard', 'osVersion': '10.0.26100.6899', 'agentVersion':
                  '1.58', 'detectedProperties': {'coreCount': '8', 'cloudprovider': 'N/A'}, 'osProfile': {'computerName': 'A',
                  'windowsConfiguration': {'patchSettings': {'enableHotpatching': true}}}, 'licenseProfile': {'licenseStatus':
                  'Licensed', 'productProfile': {'productFeatures': [{'name': 'Hotpatch', 'subscriptionStatus': 'Enabled'}]}}}]""");
        Fleet powerShell = read("ps.json", """
                [{'Id': '/x/Microsoft.HybridCompute/machines/A', 'Name': 'A', 'Type': 'Microsoft.HybridCompute/machines',
                  'Status': 'Connected', 'OSSku': 'Windows Server 2025 Standard', 'OSVersion': '10.0.26100.6899', 'AgentVersion':
                  '1.58', 'DetectedProperty': {'coreCount': '8', 'logicalCoreCount': '16', 'cloudprovider': 'N/A'},
                  'OSProfileComputerName': 'A', 'WindowsConfigurationPatchSettingsEnableHotpatching': true,
                  'LinuxConfigurationPatchSettingsPatchMode': null, 'LicenseProfileProductFeature':
                  [{'Name': 'Hotpatch', 'SubscriptionStatus': 'Enabled'}]}]""");

        assertThat(only(cli).licence()).isEqualTo("enabled");
        assertThat(only(powerShell)).isEqualTo(only(cli));
        assertThat(only(cli).cores()).isEqualTo(8);
    }

    @Test
    void aFlattenedRowWithoutLicenceProfileTellsNoLicence() {
        assertThat(only(read("az.json", """
                        [{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A', 'type': 'Microsoft.HybridCompute/machines',
                          'status': 'Connected', 'osSku': 'Windows Server 2025 Standard', 'properties_licenseProfile_licenseStatus':
                          'Licensed'}]""")).licence()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': [%s], 'skipToken': 'x'}",
                "{'value': [%s], '@odata.nextLink': 'https://…'}",
                "{'count': 1, 'data': [%s], 'totalRecords': 1, 'resultTruncated': 'true'}"
            })
    void anAnswerThatGoesOnIsIncomplete(String envelope) {
        assertThat(Sources.cases("c32-rest-list.json").conflicts())
                .anyMatch(line -> line.contains("incomplete, 1 rows of more: the answer has a nextLink"));
        String row = "{'id': '/x/Microsoft.HybridCompute/machines/A', 'name': 'A'}";
        assertThat(read("g.json", envelope.formatted(row)).conflicts()).anyMatch(line -> line.contains("incomplete"));
    }
}
