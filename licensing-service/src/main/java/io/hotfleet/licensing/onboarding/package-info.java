/// How live machines come into a fleet: tokens, the script that carries one to many machines, and the call with
/// which a machine connects. A machine is who its hardware says it is, however often it connects.
package io.hotfleet.licensing.onboarding;
