package io.hotfleet.node.workflow;

import io.hotfleet.node.memory.Setup;
import io.hotfleet.node.workflow.Assumptions.Span;

/// @param withdrawal how a faulty hotpatch leaves
/// @param assumptions how long things take
public record NodeSettings(Setup setup, Withdrawal withdrawal, Assumptions assumptions) {
    public NodeSettings(Setup setup, Withdrawal withdrawal) {
        this(setup, withdrawal, Assumptions.DEFAULTS);
    }

    public enum Withdrawal {
        /// Uninstall, last good baseline, restart: as in Windows.
        UNINSTALL,
        /// A restart alone: as the article tells it. What is already folded into the files stays.
        RESTART_ALONE
    }

    /// Every step of an installation is longer or shorter by as much as the whole is.
    ///
    /// @param files whether files are installed, not a hotpatch
    long seconds(Step step, boolean files, String kb, int slowness) {
        Span usual = whole(Assumptions.DEFAULTS, step, files);
        return step.seconds(setup.seed(), kb, slowness, new Step.Pace(whole(assumptions, step, files), usual));
    }

    private static Span whole(Assumptions all, Step step, boolean files) {
        if (step == Step.RESTART) {
            return all.restart();
        }
        return files ? all.cumulativeInstall() : all.hotpatchInstall();
    }
}
