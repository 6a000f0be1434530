/// The exchange of reports for commands: one step, one transaction, under the lock of the fleet's row.
/// Rehearsals step through it; live nodes use its two halves apart.
package io.hotfleet.patch.agent;
