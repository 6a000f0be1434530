/// How releases come into the catalogue: with the build that ships them, or by an import that lasts.
/// Nobody else writes the table of releases.
package io.hotfleet.patch.intake;
