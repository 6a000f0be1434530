/// What the system tests share: the script as a process, one stack for all, rehearsals over REST.
package io.hotfleet.system.stack;
