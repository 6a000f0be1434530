package io.hotfleet.simulator.inventory.azure;

import io.hotfleet.simulator.inventory.document.Row;
import io.hotfleet.simulator.inventory.merge.RowTally;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A resource in whatever form a tool writes it: with `properties`, with those properties beside the name as
/// `az connectedmachine list` does, or under one flat name each
/// (`WindowsConfigurationPatchSettingsEnableHotpatching`) as Get-AzConnectedMachine does.
record ResourceRow(Row row, boolean nested) {
    private static final String PROPERTIES = "properties";
    /// What is read, by the first word of its path, and what says nothing of hotpatching.
    private static final Set<String> KNOWN = Set.of(
            ("id name type kind location resourcegroup resourcegroupname subscriptionid tenantid managedby sku plan tags tag"
                            + " identity zones extendedlocation apiversion etag systemdata properties status ossku osname"
                            + " ostype osversion osedition osprofile detectedproperties detectedproperty licenseprofile"
                            + " hardwareprofile dnsfqdn adfqdn machinefqdn domainname displayname vmid vmuuid agentversion"
                            + " agentconfiguration agentupgrade laststatuschange provisioningstate cloudmetadata"
                            + " clientpublickey errordetails mssqldiscovered networkprofile servicestatuses"
                            + " locationdata parentclusterresourceid privatelinkscoperesourceid extensions"
                            + " storageprofile securityprofile extended instanceview firmwareprofile resources"
                            + " tenantname subscriptionname resourceid")
                    .split(" "));
    private static final List<String> FLAT = List.of(
            "osprofile",
            "windowsconfiguration",
            "linuxconfiguration",
            "patchsetting",
            "detectedpropert",
            "licenseprofile",
            "productprofile",
            "productfeature",
            "hardwareprofile",
            "firmwareprofile",
            "agentconfiguration",
            "agentupgrade",
            "cloudmetadata",
            "locationdata",
            "networkprofile",
            "identity",
            "systemdata",
            "status",
            "errordetail",
            "extension",
            "esuprofile",
            "softwareassurance");

    /// Last words that stand for one thing only, whatever a tool puts before them.
    private static final Set<String> UNIQUE =
            Set.of("enablehotpatching", "hotpatchenablementstatus", "productfeature", "productfeatures");
    /// Last words that are read also where a column bears no other.
    private static final Set<String> LEAVES = Set.of(
            "computername",
            "corecount",
            "producttype",
            "cloudprovider",
            "patchmode",
            "securebootenabled",
            "provisionvmagent",
            "sku",
            "offer",
            "publisher");
    private static final List<String> ENDINGS = List.of("", "s", "y", "ies");

    static ResourceRow of(Row row) {
        return new ResourceRow(row, row.has(PROPERTIES));
    }

    String id() {
        return row.text("id");
    }

    String text(String... path) {
        String text = row.text(below(path));
        if (text != null || nested) {
            return text;
        }
        text = row.text(path);
        text = text == null ? row.text(singularFirst(path)) : text;
        return text == null ? row.text(flat(path)) : text;
    }

    Integer number(String... path) {
        String text = text(path);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    Boolean flag(String... path) {
        String text = text(path);
        return "true".equalsIgnoreCase(text) ? Boolean.TRUE : "false".equalsIgnoreCase(text) ? Boolean.FALSE : null;
    }

    List<Row> rows(String... path) {
        List<Row> rows = row.rows(below(path));
        if (!rows.isEmpty() || nested) {
            return rows;
        }
        rows = row.rows(path);
        return rows.isEmpty() ? row.rows(flat(path)) : rows;
    }

    /// Whether the row has an object there that tells something.
    boolean has(String... path) {
        return rows(path).stream().anyMatch(inner -> !inner.keys().isEmpty());
    }

    private static String[] below(String[] path) {
        String[] whole = new String[path.length + 1];
        whole[0] = PROPERTIES;
        System.arraycopy(path, 0, whole, 1, path.length);
        return whole;
    }

    /// The one flat name that ends as the path does; tools drop words at its beginning and a plural's s at its end.
    private String flat(String[] path) {
        if (path.length == 1) {
            return "";
        }
        String last = path[path.length - 1].toLowerCase(Locale.ROOT);
        String parent = singular(path[path.length - 2]);
        for (String key : row.keys()) {
            if (!key.contains("linux")
                    && !key.contains("_")
                    && (fits(key, parent, last) || fits(key, parent, singular(last)))) {
                return key;
            }
        }
        return "";
    }

    private static boolean fits(String key, String parent, String last) {
        return key.equals(last)
                || UNIQUE.contains(last) && key.endsWith(last)
                || ENDINGS.stream().anyMatch(ending -> key.endsWith(parent + ending + last));
    }

    private static String[] singularFirst(String[] path) {
        String[] other = path.clone();
        other[0] = other[0].endsWith("ies") ? other[0].substring(0, other[0].length() - 3) + "y" : other[0];
        return other;
    }

    private static String singular(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("ies")) {
            return lower.substring(0, lower.length() - 3);
        }
        return lower.endsWith("s") && !lower.endsWith("ss") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Names what a row that somebody cut down or renamed holds and nobody reads.
    void tell(RowTally tally) {
        if (!nested) {
            row.keys().stream().filter(key -> !isKnown(key)).forEach(tally::unread);
        }
    }

    private static boolean isKnown(String key) {
        String bare = key.startsWith("properties_") ? key.substring("properties_".length()) : key;
        String first = bare.contains("_") ? bare.substring(0, bare.indexOf('_')) : bare;
        return KNOWN.contains(first)
                || LEAVES.contains(first)
                || UNIQUE.stream().anyMatch(first::endsWith)
                || FLAT.stream().anyMatch(word -> first.startsWith(word) && first.length() > word.length());
    }

    static String[] path(String[] path, String... more) {
        String[] whole = Arrays.copyOf(path, path.length + more.length);
        System.arraycopy(more, 0, whole, path.length, more.length);
        return whole;
    }
}
