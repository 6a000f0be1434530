/// Which gates a machine has to pass before it may hotpatch, what helps where one does not open, and a machine's facts
/// and gates over time. The decisions are pure: facts in, verdict out; no clock, no database.
package io.hotfleet.licensing.eligibility;
