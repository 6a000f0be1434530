/// What all endpoints share: problem documents, batches, pages and points in time as they travel.
/// Nothing here knows what a machine or a licence is.
package io.hotfleet.licensing.web;
