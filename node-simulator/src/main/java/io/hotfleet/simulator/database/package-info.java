/// How this service connects to its PostgreSQL, and asks it one thing at a time.
package io.hotfleet.simulator.database;
