package io.hotfleet.patch.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How log lines look.
@ConfigMapping(prefix = "hotfleet.log")
interface LogConfig {
    /// One JSON object a line instead of text.
    @WithDefault("true")
    boolean json();

    /// Which service speaks.
    @WithDefault("${quarkus.application.name}")
    String service();
}
