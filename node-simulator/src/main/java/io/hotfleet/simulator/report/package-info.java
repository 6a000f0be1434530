/// What a rehearsal and a check found, and the four ways to show it: JSON, text, CSV and a page. Everything here is
/// pure: the same report gives the same bytes.
package io.hotfleet.simulator.report;
