/// The PostgreSQL of a local stack: unpacked from a library and kept under the home folder, or one that was there
/// before; in it a database and a role for each service, without rights in another's.
package io.hotfleet.cli.postgres;
