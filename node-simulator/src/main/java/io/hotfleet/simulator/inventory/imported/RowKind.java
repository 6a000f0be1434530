package io.hotfleet.simulator.inventory.imported;

import io.hotfleet.simulator.inventory.azure.ResourceType;
import io.hotfleet.simulator.inventory.document.Row;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// What a row is, told by its fields.
public enum RowKind {
    DEVICE_GUARD("virtualizationbasedsecuritystatus"),
    COMPUTER_INFO("biosfirmwaretype", "windowseditionid", "csdnshostname", "oshotfixes", "deviceguardsmartstatus"),
    HOT_FIX("hotfixid"),
    CLUSTER_NODE("nodeweight", "dynamicweight", "drainstatus", "nodename"),
    CLUSTER_QUORUM("quorumresource", "quorumtype"),
    CLUSTER_GROUP("grouptype", "iscoregroup", "ownernode"),
    REGISTRY(
            "ubr",
            "currentbuild",
            "currentbuildnumber",
            "editionid",
            "installationtype",
            "hotpatchtablesize",
            "usewuserver",
            "hotpatchrestrictions",
            "allowrebootlessupdates"),
    AGENT("agentversion", "lastheartbeat", "resourcename"),
    /// A row of Azure, also one that was cut down to a few columns.
    RESOURCE("ossku", "osedition", "osprofile", "licenseprofile", "detectedproperties", "dnsfqdn", "machinefqdn");

    static final String ACCEPTED = "rows of Resource Graph (microsoft.hybridcompute/machines,"
            + " microsoft.compute/virtualmachines), azcmagent show -j, Win32_DeviceGuard, Get-ComputerInfo,"
            + " Confirm-SecureBootUEFI, Get-HotFix, registry values, Get-ClusterNode, Get-ClusterQuorum or"
            + " Get-ClusterGroup as JSON";

    private final List<String> marks;

    RowKind(String... marks) {
        this.marks = List.of(marks);
    }

    /// Null where nothing tells what the row is.
    static RowKind of(Row row) {
        return ResourceType.name(row) == null ? ofKeys(row.keys()) : RESOURCE;
    }

    /// @param keys in small letters
    public static RowKind ofKeys(Set<String> keys) {
        boolean ofResource = !Collections.disjoint(keys, RESOURCE.marks) && !keys.contains("resourcename");
        for (RowKind kind : values()) {
            boolean agent = kind == AGENT && ofResource;
            if (!agent && !Collections.disjoint(keys, kind.marks)) {
                return kind;
            }
        }
        return keys.stream().anyMatch(key -> key.equals("properties") || key.startsWith("properties_"))
                ? RESOURCE
                : null;
    }
}
