/// What hotpatching costs: dated plans as data, and bills worked out from what the machines' facts were on each day.
/// Sums are exact; a figure is rounded once, when it is shown.
package io.hotfleet.licensing.pricing;
