package io.hotfleet.licensing.pricing;

import io.hotfleet.licensing.fleet.MachineId;
import io.hotfleet.licensing.machine.Machine;

/// What one machine costs.
record MachineCosts(MachineId machine, String cluster, String total, String wasted) {
    static MachineCosts of(Machine machine, Bill bill) {
        bill.add(machine.timeline(), 1);
        return new MachineCosts(machine.id(), machine.cluster(), bill.total(), bill.wasted());
    }
}
