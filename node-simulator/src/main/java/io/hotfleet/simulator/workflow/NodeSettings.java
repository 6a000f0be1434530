package io.hotfleet.simulator.workflow;

import io.hotfleet.simulator.memory.Setup;

/// @param withdrawal how a faulty hotpatch leaves
public record NodeSettings(Setup setup, Withdrawal withdrawal) {
    public enum Withdrawal {
        /// Uninstall, last good baseline, restart: as in Windows.
        UNINSTALL,
        /// A restart alone: as the article tells it. What is already folded into the files stays.
        RESTART_ALONE
    }
}
