/// How bodies are read, so that every fault in them is told at once, and statements sent.
/// Nothing here knows what a machine or a licence is.
package io.hotfleet.licensing.web;
