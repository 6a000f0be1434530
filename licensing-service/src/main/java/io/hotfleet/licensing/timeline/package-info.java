/// What is known of a machine from which minute on: pure values, shared by all machines with the same history.
package io.hotfleet.licensing.timeline;
