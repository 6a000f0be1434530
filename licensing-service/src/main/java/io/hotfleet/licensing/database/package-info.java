/// How this service connects to its PostgreSQL. Whoever asks it something finds the pool ready to use.
package io.hotfleet.licensing.database;
