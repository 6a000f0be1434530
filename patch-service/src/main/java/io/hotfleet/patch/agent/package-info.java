/// What nodes exchange with the service: reports in, commands out, one transaction under the lock of the fleet's row.
/// Rehearsals step through both at once; live nodes report and watch, and the leader decides. More at once than the
/// service can bear is refused before it costs anything.
package io.hotfleet.patch.agent;
