/// What a hotpatch package says about itself, and made-up packages for the hotpatches whose contents nobody publishes.
/// Knows nothing of signatures, releases or the database.
package io.hotfleet.hotpatch.manifest;
