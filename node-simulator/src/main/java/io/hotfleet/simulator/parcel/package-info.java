/// What live nodes have of packages: verified when they were offered, kept for as long as their fleet.
package io.hotfleet.simulator.parcel;
