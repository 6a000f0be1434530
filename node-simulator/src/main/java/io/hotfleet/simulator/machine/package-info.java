/// What a machine does when it is told to: its workflow, how long each part takes, what a patch leaves in
/// memory. The memory figures are placeholders of the right shape ({@link
/// io.hotfleet.simulator.machine.Footprint}); a model of images, address tables and hooks will take their place
/// behind the same functions.
package io.hotfleet.simulator.machine;
