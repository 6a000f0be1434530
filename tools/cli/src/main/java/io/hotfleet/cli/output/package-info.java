/// What all commands share on the terminal: messages, progress, and a stack that is up for as long as they work.
package io.hotfleet.cli.output;
