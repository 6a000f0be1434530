/// Measures the simulator's kernel on this machine: a whole year at several sizes, with yardsticks and proof beside
// each
/// speed, and single steps under JMH. Part of no service.
package io.hotfleet.benchmarks;
