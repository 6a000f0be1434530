package io.hotfleet.clusternode.pod;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// Shows the labels that were set last, and scales in on demand.
final class TestPod implements Pod {
    final Map<String, String> labels = new ConcurrentHashMap<>();
    volatile OptionalInt wanted = OptionalInt.empty();

    @Override
    public OptionalInt wanted() {
        return wanted;
    }

    @Override
    public boolean show(Map<String, String> nowLabels, Map<String, String> annotations) {
        labels.putAll(nowLabels);
        return true;
    }

    @Override
    public void close() {}
}
