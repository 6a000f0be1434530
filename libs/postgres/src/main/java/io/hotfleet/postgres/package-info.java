/// Transactions in blocking style for virtual threads, on the reactive client.
/// Statements may be sent without waiting for each other; nothing counts before the commit has answered.
package io.hotfleet.postgres;
