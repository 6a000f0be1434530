/// Text files and the values in them, each value with its line and path. Every limit on size, depth and encoding is
/// kept here, so that a hostile file costs one line.
package io.hotfleet.simulator.inventory.document;
