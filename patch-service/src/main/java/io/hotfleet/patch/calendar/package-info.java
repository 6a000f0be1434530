/// One calendar a product: what its months brought or bring, planned or not, and what is open.
/// It reads the catalogue and decides nothing about machines.
package io.hotfleet.patch.calendar;
