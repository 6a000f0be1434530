/// Measures the node model on this machine: a whole year of the real calendar at several sizes, machines in parallel
/// arrays, with yardsticks and proof beside each speed; and single steps under JMH. Part of no service.
package io.hotfleet.benchmarks;
