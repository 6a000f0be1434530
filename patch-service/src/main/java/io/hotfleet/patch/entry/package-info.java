/// The door through which fleets, clusters, machines and fixes come in, in batches that may be repeated.
/// What is wrong is told with its place; nothing of a refused batch is kept.
package io.hotfleet.patch.entry;
