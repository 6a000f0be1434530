/// What Azure, PowerShell and tables tell of machines. Every row is recognised by its fields, and a fact that a row
/// does not tell stays open.
package io.hotfleet.simulator.inventory.imported;
