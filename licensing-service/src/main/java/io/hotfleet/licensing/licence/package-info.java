/// What has become of a machine's licence, and what the portal says of it: one decision, whoever asks. Its state
/// follows from the stored request and the time, without timers; rows keep what a switch brought about last.
package io.hotfleet.licensing.licence;
