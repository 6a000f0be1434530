package io.hotfleet.patch.planner;

import java.util.Set;

/// A machine as its fleet's files describe it; no report changes it.
///
/// @param number its number within the fleet, from 1; orders nothing
/// @param position its bit in the cluster's votes; 0 for a stand-alone machine
/// @param roles of the machine itself, `wsus` and the like
/// @param clusteredRoles number of clustered roles that live on it
public record Member(int number, String name, String product, Set<String> roles, int position, int clusteredRoles) {
    private static final String WSUS = "wsus";

    boolean servesUpdates() {
        return roles.contains(WSUS);
    }
}
