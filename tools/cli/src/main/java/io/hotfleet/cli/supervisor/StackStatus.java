package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Service;
import java.util.List;

/// What `status` shows.
///
/// @param stays started by `up`, so it does not end with its last lease
public record StackStatus(boolean stays, int leases, long supervisorPid, List<Member> members) {

    /// @param state `ready`, `not ready`, `ended`, or `external` for a PostgreSQL that is not ours
    /// @param pid 0 if there is no process of ours
    public record Member(
            String name, String state, String address, long pid, long residentMiB, long peakMiB, String log) {}

    public String url(Service service) {
        return member(service).address();
    }

    public Member member(Service service) {
        return members.stream()
                .filter(member -> member.name().equals(service.module()))
                .findFirst()
                .orElseThrow();
    }

    public boolean healthy() {
        return members.stream()
                .allMatch(member ->
                        member.state().equals("ready") || member.state().equals("external"));
    }
}
