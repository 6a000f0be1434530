/// What commands on a Windows machine tell of it: version, hardware, registry, installed updates, failover
/// cluster. A fact that they do not tell stays open.
package io.hotfleet.simulator.inventory.windows;
