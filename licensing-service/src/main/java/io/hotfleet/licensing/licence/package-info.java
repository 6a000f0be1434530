/// What has become of a machine's licence, and what the portal says of it: one decision, whoever asks.
/// Pure but for the rows that keep what a switch brought about last.
package io.hotfleet.licensing.licence;
