/// Where live fleets meet patch-service: commands become inputs of nodes, and what nodes have to say goes back as
/// reports. Nothing is remembered of an exchange that failed, since what is open there is what is done here.
package io.hotfleet.simulator.fleet.agent;
