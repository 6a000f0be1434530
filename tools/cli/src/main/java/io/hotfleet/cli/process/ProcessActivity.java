package io.hotfleet.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// What a process does, with those that it has started.
///
/// @param log where it writes to
public record ProcessActivity(ProcessHandle process, Path log) implements Activity {

    @Override
    public long outputBytes() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            // it has written nothing yet
            return 0;
        }
    }

    @Override
    public Duration processorTime() {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String shown() {
        return "process %d, %d s of processor time; its log: %s"
                .formatted(process.pid(), processorTime().toSeconds(), log);
    }
}
