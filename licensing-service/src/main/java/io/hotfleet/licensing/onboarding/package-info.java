/// How live machines come into a fleet (tokens, the script that carries one to many machines, the call with which a
/// machine connects) and take or give back licence and opt-in. A machine is who its hardware says it is, however often
/// it connects; a licence takes some minutes to arrive.
package io.hotfleet.licensing.onboarding;
