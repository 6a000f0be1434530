/// The supervisor: one process in the background that holds PostgreSQL and the three services while anybody needs them,
/// and the way in which other commands reach it. Whoever uses the stack holds a lease; a stack that nobody pinned ends
/// with its last lease.
package io.hotfleet.cli.supervisor;
