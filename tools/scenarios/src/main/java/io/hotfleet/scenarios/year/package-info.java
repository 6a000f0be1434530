/// The real year 2025 on three clusters of pods that differ in their strategy alone. A table and a chart show what each
/// has cost its clients.
package io.hotfleet.scenarios.year;
