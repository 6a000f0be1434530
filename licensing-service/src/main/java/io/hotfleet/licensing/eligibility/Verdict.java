package io.hotfleet.licensing.eligibility;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/// All gates that do not pass, in order, and what follows from them.
///
/// `fixable`: the machine would be eligible after its remedies (false where there is nothing to fix);
/// `restart`: one of them needs a restart.
public record Verdict(
        Status status, Gate first, boolean fixable, boolean restart, String portalStatus, List<Finding> gates) {
    static Verdict of(List<Finding> findings, PortalStatus portalStatus) {
        Finding first = findings.stream()
                .filter(finding -> finding.answer() == Answer.FAIL)
                .findFirst()
                .orElse(findings.isEmpty() ? null : findings.getFirst());
        return new Verdict(
                status(first),
                first == null ? null : first.gate(),
                first != null && findings.stream().allMatch(Finding::fixable),
                findings.stream().anyMatch(Finding::restart),
                portalStatus.words().orElse(null),
                findings);
    }

    private static Status status(Finding first) {
        if (first == null) {
            return Status.ELIGIBLE;
        }
        return first.answer() == Answer.FAIL ? Status.BLOCKED : Status.UNKNOWN;
    }

    /// The same verdict with what the portal says of a machine whose licence has a history.
    public Verdict shownAs(PortalStatus portal) {
        return new Verdict(status, first, fixable, restart, portal.words().orElse(null), gates);
    }

    @JsonIgnore
    public boolean isEligible() {
        return status == Status.ELIGIBLE;
    }

    /// The gates as they are signed: those that fail before those that are unknown, so that the first one decides.
    public List<Gate> decidingFirst() {
        return Stream.concat(gates(Answer.FAIL), gates(Answer.UNKNOWN)).toList();
    }

    private Stream<Gate> gates(Answer answer) {
        return gates.stream().filter(finding -> finding.answer() == answer).map(Finding::gate);
    }
}
