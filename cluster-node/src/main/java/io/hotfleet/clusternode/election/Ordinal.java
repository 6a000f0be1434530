package io.hotfleet.clusternode.election;

/// The number of a node within its cluster, with which its name ends as the name of a StatefulSet's pod does.
public final class Ordinal {
    private Ordinal() {}

    public static int of(String node) {
        String last = node.substring(node.lastIndexOf('-') + 1);
        if (!last.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + node + "' does not end in an ordinal, as 'sql-2' does");
        }
        return Integer.parseInt(last);
    }
}
