/// Files that machines and Azure wrote, row by row. Every row is recognised by its fields, and what becomes of it is
/// counted.
package io.hotfleet.simulator.inventory.imported;
