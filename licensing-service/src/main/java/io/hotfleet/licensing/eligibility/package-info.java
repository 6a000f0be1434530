/// Which gates a machine has to pass before it may hotpatch, and what helps where one does not open.
/// The decision is pure: facts in, verdict out; no clock, no database.
package io.hotfleet.licensing.eligibility;
