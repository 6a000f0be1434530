/// What the clustered role does for its clients: long-lived sessions, which say goodbye before their node goes. A node
/// that loses the role without a word cuts them.
package io.hotfleet.simulator.host.work;
