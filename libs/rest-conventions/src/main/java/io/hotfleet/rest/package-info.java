/// What every endpoint of this service shares: the one error body and the one place that makes it.
/// Features throw a `ProblemException`; nothing else of them is known here.
package io.hotfleet.rest;
