package io.hotfleet.clusternode;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// Settings as a process reads them from its environment.
public final class Settings {
    private Settings() {}

    public static <T> T read(Class<T> mapping, Map<String, String> given) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(given)
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
