/// What a unit does next: one pure decision, the votes and quorum that bound it, and what a report changes.
/// Nothing here reads a clock or a database; results depend on unit, plan, entitlements and time alone.
package io.hotfleet.patch.planner;
