/// The command line: one class a command, options checked before anything is started.
/// Exit codes are 0 for done, 1 for failed, 2 for bad input, 130 after Ctrl-C.
package io.hotfleet.cli.command;
