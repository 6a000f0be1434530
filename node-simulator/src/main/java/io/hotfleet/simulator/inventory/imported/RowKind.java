package io.hotfleet.simulator.inventory.imported;

import io.hotfleet.simulator.inventory.document.Row;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a row is, told by its fields.
enum RowKind {
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
            "hotpatchtablesize",
            "usewuserver",
            "hotpatchrestrictions",
            "allowrebootlessupdates"),
    GRAPH_LICENCE,
    GRAPH_MACHINE,
    /// A row of Resource Graph that tells nothing of hotpatching.
    GRAPH_OTHER,
    AGENT("agentversion", "lastheartbeat", "resourcename");

    static final String ACCEPTED = "rows of Resource Graph (microsoft.hybridcompute/machines), azcmagent show -j, "
            + "Win32_DeviceGuard, Get-ComputerInfo, Confirm-SecureBootUEFI, Get-HotFix, registry values, Get-ClusterNode, "
            + "Get-ClusterQuorum or Get-ClusterGroup as JSON";

    private final List<String> marks;

    RowKind(String... marks) {
        this.marks = List.of(marks);
    }

    /// Null where nothing tells what the row is.
    static RowKind of(Row row) {
        String origin = (row.text("type") + " " + row.text("id")).toLowerCase(Locale.ROOT);
        if (origin.contains("hybridcompute/machines")) {
            return origin.contains("/licenseprofiles") ? GRAPH_LICENCE : GRAPH_MACHINE;
        }
        if (origin.contains("microsoft.") && (row.has("type") || row.has("id"))) {
            return GRAPH_OTHER;
        }
        return ofKeys(row.keys());
    }

    /// @param keys in small letters
    static RowKind ofKeys(Set<String> keys) {
        for (RowKind kind : values()) {
            if (!Collections.disjoint(keys, kind.marks)) {
                return kind;
            }
        }
        return keys.stream().anyMatch(key -> key.equals("properties") || key.startsWith("properties_"))
                ? GRAPH_MACHINE
                : null;
    }
}
