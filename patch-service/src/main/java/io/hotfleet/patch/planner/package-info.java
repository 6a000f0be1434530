/// Who installs what, when and in which order: one pure decision a unit, and what a report changes.
/// Nothing here reads a clock or a database; results depend on unit, plan, entitlements and time alone.
package io.hotfleet.patch.planner;
