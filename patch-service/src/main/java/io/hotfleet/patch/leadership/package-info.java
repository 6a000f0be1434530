/// Which instance decides for live fleets, and since which term.
/// An election picks one; the term in the database keeps every former one from changing anything.
package io.hotfleet.patch.leadership;
