/// How much the service takes on at once, and whether there is room for more.
/// What is refused here is told with 503 before it costs anything.
package io.hotfleet.patch.load;
