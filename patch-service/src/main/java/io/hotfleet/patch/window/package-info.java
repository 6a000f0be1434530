/// Weekly maintenance windows in local time, as spans of fleet time.
/// Clock changes are settled here and nowhere else.
package io.hotfleet.patch.window;
