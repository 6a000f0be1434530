package io.hotfleet.licensing.eligibility;

/// A gate that does not pass: what was found, what is wanted, and what helps.
public record Finding(
        Gate gate,
        Answer answer,
        String found,
        String wanted,
        boolean fixable,
        boolean restart,
        Remedy remedy,
        String command) {
    static Finding of(Gate gate, Answer answer, Facts facts, Route route) {
        Remedy remedy = Remedy.of(gate, facts);
        return new Finding(
                gate,
                answer,
                gate == Gate.EDITION && !facts.is(Fact.PRODUCT, Product.SERVER_2025)
                        ? facts.value(Fact.PRODUCT) + " " + facts.value(Fact.EDITION)
                        : facts.value(gate.fact()),
                gate.wanted(facts, route),
                remedy.isFixable(),
                remedy.needsRestart(),
                remedy,
                remedy.command(route));
    }
}
