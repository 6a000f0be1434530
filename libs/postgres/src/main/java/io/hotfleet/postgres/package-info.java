/// PostgreSQL on the reactive client: the pool, transactions in blocking style for virtual threads, what a failure
/// says,
/// and the clocks: the wall's as a bean, and the line that a live fleet's clock draws over it.
package io.hotfleet.postgres;
