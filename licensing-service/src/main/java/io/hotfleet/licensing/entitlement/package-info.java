/// Signs who may hotpatch, and publishes the keys that prove it. The patch service verifies without asking back.
package io.hotfleet.licensing.entitlement;
