/// What the vendor has published: releases shipped with the build or imported, and which make which unnecessary.
/// Decisions read an immutable `Catalogue`; only this package knows how it is stored, and nobody else writes it.
package io.hotfleet.patch.catalog;
