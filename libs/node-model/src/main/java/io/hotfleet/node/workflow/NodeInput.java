package io.hotfleet.node.workflow;

/// What happens to a node from outside. A node's state at any time follows from its inputs.
public sealed interface NodeInput {
    record Offered(Offer offer) implements NodeInput {}

    /// @param value which function or process, how slow, how far off; the fault tells
    record Injected(Fault fault, int value) implements NodeInput {}

    record Healed(Fault fault) implements NodeInput {}

    record RestartAsked() implements NodeInput {}

    /// The hotpatch is found faulty.
    record WithdrawalAsked() implements NodeInput {}

    /// @param untilSeconds hotpatches may be applied before this time; 0 takes the entitlement away
    record Entitled(long untilSeconds) implements NodeInput {}

    record VbsSwitched(Vbs.Enabler enabler, boolean on) implements NodeInput {}
}
