/// What has to change on the machines that would be eligible after fixes: at once, or with a restart.
package io.hotfleet.licensing.fix;
