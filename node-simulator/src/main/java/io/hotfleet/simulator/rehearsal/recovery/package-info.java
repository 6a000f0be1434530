/// Whose rehearsal is whose, where several simulators share one database: an owner that is not heard of for a while has
/// ended. The request is kept until the end, so that another simulator can run the rehearsal again from its beginning.
package io.hotfleet.simulator.rehearsal.recovery;
