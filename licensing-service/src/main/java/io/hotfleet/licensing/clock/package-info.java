/// The wall clock as a bean, so that everything else takes time as a value, and the line that a live fleet's clock
/// draws over it. Rehearsals know neither: their time is what they are told.
package io.hotfleet.licensing.clock;
