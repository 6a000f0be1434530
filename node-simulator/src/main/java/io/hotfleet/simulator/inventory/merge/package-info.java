/// What each file tells of which machine, and one fleet made of all of it. What no file tells stays unknown unless a
/// fleet file describes the machine alone.
package io.hotfleet.simulator.inventory.merge;
