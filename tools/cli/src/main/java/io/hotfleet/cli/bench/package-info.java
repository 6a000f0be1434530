/// Measures rehearsals of generated fleets, each figure beside a proof that the answer was right.
package io.hotfleet.cli.bench;
