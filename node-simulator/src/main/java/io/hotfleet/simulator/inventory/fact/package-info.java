/// The facts of a machine: how files spell each of them, what one place tells, and which value passes. A fact is told,
/// told as unknown, or not told.
package io.hotfleet.simulator.inventory.fact;
