package io.hotfleet.patch.planner;

import io.hotfleet.patch.policy.MaintenanceWindow;
import java.util.List;

/// What is rolled out to as one: a cluster, or a stand-alone machine.
///
/// @param number its number within the fleet, from 1; orders nothing
/// @param window null = any time
/// @param members in the order in which they are updated: fewest clustered roles first, then by name
public record Unit(int number, String name, boolean cluster, MaintenanceWindow window, int ring, List<Member> members) {
    /// Rings count a unit under the product of its first member.
    public String product() {
        return members.getFirst().product();
    }

    public Member member(int machine) {
        for (Member member : members) {
            if (member.number() == machine) {
                return member;
            }
        }
        throw new IllegalArgumentException("machine " + machine + " is not of unit " + name);
    }
}
