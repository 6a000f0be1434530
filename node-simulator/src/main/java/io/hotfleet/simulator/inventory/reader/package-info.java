/// Takes the files of a fleet, of any accepted kind, and answers one fleet. What a file is is told by its content, and
/// what became of each file is said in a line.
package io.hotfleet.simulator.inventory.reader;
