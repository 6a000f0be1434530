/// Decides what the process is: the service, or one of the other jobs that the same program can do.
package io.hotfleet.simulator.start;
