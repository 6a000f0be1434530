/// The launcher: starts, keeps and stops one PostgreSQL and the three services, and talks to them for the command line.
/// What it starts it also ends, however it ends itself.
package io.hotfleet.cli;
