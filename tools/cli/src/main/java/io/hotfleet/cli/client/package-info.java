/// The services' REST interfaces as the command line uses them: uploads, progress, reports, problems as one line.
/// Nothing here waits for a member that the supervisor saw end; a deployed service that is started again is waited for.
package io.hotfleet.cli.client;
