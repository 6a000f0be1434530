package io.hotfleet.patch.planner;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// A report that contradicts what the fleet was told to do: nothing of its batch is applied.
final class ReportRefused extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ReportRefused(String machine, int seq, String what) {
        super(ProblemType.REPORT_REFUSED, "Report %d of machine '%s': %s".formatted(seq, machine, what));
    }
}
