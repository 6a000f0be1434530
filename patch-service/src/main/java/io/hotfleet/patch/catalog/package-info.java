/// What the vendor has published: the catalogue, its import, and what a release would do to a machine.
/// Decisions read an immutable `Catalogue`; only this package knows how it is stored.
package io.hotfleet.patch.catalog;
