/// The fleet file, YAML or JSON, as a person writes it. Section by section it becomes what the file tells; whatever is
/// not in the schema is refused with its line and path.
package io.hotfleet.simulator.inventory.fleetfile;
