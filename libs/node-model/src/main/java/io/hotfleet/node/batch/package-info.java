/// The compact twin of the workflow: a million nodes through a year of the real calendar in one process, their state in
/// parallel arrays, a small event queue for each 128 of them. What a node's memory looks like is derived when someone
/// asks.
package io.hotfleet.node.batch;
