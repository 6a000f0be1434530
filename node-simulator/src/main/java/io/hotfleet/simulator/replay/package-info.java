/// Rehearsals that outlive their simulator: the request is kept until the end, and where the owner has gone, one
/// simulator with a free place takes the rehearsal and plays it again from its beginning. What that needs of the
/// rehearsals themselves is [io.hotfleet.simulator.replay.Player].
package io.hotfleet.simulator.replay;
