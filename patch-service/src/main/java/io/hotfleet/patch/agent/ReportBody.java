package io.hotfleet.patch.agent;

import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Node.Memory;
import io.hotfleet.patch.planner.NodeReport;
import io.hotfleet.patch.planner.NodeReport.Outcome;
import io.hotfleet.postgres.Minutes;
import io.hotfleet.rest.Faults;
import java.time.Instant;

/// One report as a machine sends it; absent numbers are 0.
///
/// @param command null where it answers none
/// @param state a workflow state, of PROGRESS; why it failed, of FAILED; null else
record ReportBody(
        String machine,
        int seq,
        Instant at,
        Long command,
        String kb,
        Outcome outcome,
        String state,
        int drainSeconds,
        int installSeconds,
        int downSeconds,
        String vbs,
        int hooks,
        int patchKiB,
        int retainedKiB) {
    void check(Faults faults, String pointer) {
        need(faults, machine != null, pointer + "/machine", "a machine's name is needed");
        need(faults, seq > 0, pointer + "/seq", "%d is not a number from 1".formatted(seq));
        need(faults, at != null, pointer + "/at", "a time such as 2025-01-14T18:00:00Z is needed");
        need(
                faults,
                outcome != null,
                pointer + "/outcome",
                "one of INSTALLED, RESTARTED, FAILED, OFFLINE, ONLINE, PROGRESS");
        need(
                faults,
                drainSeconds >= 0 && installSeconds >= 0 && downSeconds >= 0,
                pointer + "/downSeconds",
                "seconds are not negative");
        need(faults, hooks >= 0 && patchKiB >= 0 && retainedKiB >= 0, pointer + "/hooks", "numbers are not negative");
    }

    /// A live node's clock may be wrong: what it tells of has ended when it is received.
    ReportBody receivedAt(Instant receipt) {
        Instant ended = at == null || at.isAfter(receipt) ? receipt : at;
        return new ReportBody(
                machine,
                seq,
                ended,
                command,
                kb,
                outcome,
                state,
                drainSeconds,
                installSeconds,
                downSeconds,
                vbs,
                hooks,
                patchKiB,
                retainedKiB);
    }

    NodeReport resolved(Member member) {
        return new NodeReport(
                member.number(),
                seq,
                Minutes.notBefore(at),
                command == null ? 0 : command,
                kb,
                outcome,
                state,
                drainSeconds,
                installSeconds,
                downSeconds,
                vbs == null ? null : new Memory(vbs, hooks, patchKiB, retainedKiB));
    }

    private static void need(Faults faults, boolean fulfilled, String pointer, String detail) {
        if (!fulfilled) {
            faults.add(pointer, detail);
        }
    }
}
