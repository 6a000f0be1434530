package io.hotfleet.stack.keeper;

import io.hotfleet.stack.Failure;
import io.hotfleet.stack.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Ends the stack of a home, also one whose keeper is no longer there.
public final class Stop {

    private Stop() {}

    /// @return whether anything ran
    public static boolean everything(Home home) {
        Optional<KeeperClient> keeper = KeeperClient.find(home);
        keeper.ifPresent(KeeperClient::stop);
        return clearLeftOvers(home) || keeper.isPresent();
    }

    /// Ends what a killed keeper left; does nothing while a keeper lives.
    ///
    /// @return whether there was anything
    public static boolean clearLeftOvers(Home home) {
        try {
            if (!Files.exists(home.records()) || LeftOvers.none(home.records())) {
                return false;
            }
            try (FileChannel channel =
                            FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                LeftOvers.clear(home.records());
                return true;
            }
        } catch (IOException e) {
            throw Failure.of("cannot clear " + home.records(), e);
        }
    }
}
