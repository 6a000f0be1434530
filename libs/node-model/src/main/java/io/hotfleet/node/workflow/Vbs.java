package io.hotfleet.node.workflow;

import java.util.EnumSet;
import java.util.Set;

/// Virtualization-based security: what asks for it, and whether it runs. A switch takes effect at the next restart.
public record Vbs(Set<Enabler> enablers, boolean running) {
    public Vbs {
        enablers = Set.copyOf(enablers);
    }

    /// As `Win32_DeviceGuard` counts: 0 off, 1 configured, 2 running.
    public int status() {
        if (running) {
            return 2;
        }
        return enablers.isEmpty() ? 0 : 1;
    }

    Vbs with(Enabler enabler, boolean on) {
        Set<Enabler> changed = EnumSet.noneOf(Enabler.class);
        changed.addAll(enablers);
        if (on) {
            changed.add(enabler);
        } else {
            changed.remove(enabler);
        }
        return new Vbs(changed, running);
    }

    Vbs stopped() {
        return new Vbs(enablers, false);
    }

    Vbs restarted(boolean hypervisorStarts) {
        return new Vbs(enablers, hypervisorStarts && !enablers.isEmpty());
    }

    /// Each of these switches it on, the registry value is only one of them.
    public enum Enabler {
        REGISTRY,
        CREDENTIAL_GUARD,
        HVCI,
        SYSTEM_GUARD,
        SECURED_CORE
    }
}
