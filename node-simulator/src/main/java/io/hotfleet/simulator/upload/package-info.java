/// What a caller hands in: fleet files and further releases, as a form with files or as one JSON document. Everything
/// is read here, so that bad input is refused before any work begins.
package io.hotfleet.simulator.upload;
