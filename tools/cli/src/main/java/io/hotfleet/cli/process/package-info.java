/// Processes that this project started: how they are recognised after a crash, and how they end.
/// A process is known by its id, its start time and the boot it belongs to, never by its name.
package io.hotfleet.cli.process;
