/// Log lines as JSON, outside development and tests, for those who collect them.
package io.hotfleet.patch.log;
