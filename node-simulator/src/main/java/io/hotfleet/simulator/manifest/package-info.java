/// What a hotpatch package says about itself, and made-up manifests for the hotpatches whose contents nobody publishes.
/// Knows nothing of machines or services, so that the folder as a whole can serve on the publishing side, too.
package io.hotfleet.simulator.manifest;
