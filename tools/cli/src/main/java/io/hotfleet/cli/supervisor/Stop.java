package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Ends the stack of a home, also one whose supervisor is no longer there.
public final class Stop {

    private Stop() {}

    /// @return whether anything ran
    public static boolean everything(Home home) {
        Optional<SupervisorClient> supervisor = SupervisorClient.find(home);
        supervisor.ifPresent(SupervisorClient::stop);
        return clearLeftOvers(home) || supervisor.isPresent();
    }

    /// Ends what a killed supervisor left; does nothing while a supervisor lives.
    ///
    /// @return whether there was anything
    public static boolean clearLeftOvers(Home home) {
        try {
            if (!Files.exists(home.records()) || OrphanReaper.none(home.records())) {
                return false;
            }
            try (FileChannel channel =
                            FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                OrphanReaper.clear(home.records());
                return true;
            }
        } catch (IOException e) {
            throw Failure.of("cannot clear " + home.records(), e);
        }
    }
}
