package io.hotfleet.licensing.pricing;

import io.hotfleet.licensing.machine.Machine;

/// What one machine costs.
record MachineCosts(String machine, String cluster, String total, String wasted) {
    static MachineCosts of(Machine machine, Bill bill) {
        bill.add(machine.timeline(), 1);
        return new MachineCosts(machine.name(), machine.cluster(), bill.total(), bill.wasted());
    }
}
