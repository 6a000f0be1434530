/// Licence and opt-in, the two switches of a live machine. A licence takes some minutes to arrive; its state follows
/// from the stored request and the time, without timers.
package io.hotfleet.licensing.enrolment;
