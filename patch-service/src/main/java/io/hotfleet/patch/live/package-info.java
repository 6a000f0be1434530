/// What only live fleets have: a clock of their own and machines that are heard of, or not.
/// A machine that says nothing for longer than its fleet's heartbeat is down, whatever it said last.
package io.hotfleet.patch.live;
