/// Months that the catalogue does not know: rows as the cadence plans them and with every open slot a baseline,
/// and the draws that combine the figures of both plays. Pure: asks nobody, knows no service.
package io.hotfleet.simulator.forecast;
