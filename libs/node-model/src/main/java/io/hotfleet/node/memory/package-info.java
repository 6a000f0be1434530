/// The memory of one simulated machine as far as hotpatching sees it: images, tables, hooks, pages and old code.
/// Pure: derived at any time from the machine's seed and what was applied since boot, knows no service and no clock.
package io.hotfleet.node.memory;
