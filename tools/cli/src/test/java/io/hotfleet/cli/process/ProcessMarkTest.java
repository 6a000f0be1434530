package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    @Test
    void aRunningProcessIsAlive() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        long resident = self.residentMiB();

        assertThat(self.alive()).isTrue();
        // the kernel's two counts are not exactly of the same moment
        assertThat(self.peakMiB()).isGreaterThan(resident * 9 / 10).isPositive();
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTheSame() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        ProcessMark earlier = new ProcessMark(self.pid(), self.startTicks() - 1, self.boot());
        ProcessMark ofAnotherBoot = new ProcessMark(self.pid(), self.startTicks(), "another boot");

        assertThat(earlier.alive()).isFalse();
        assertThat(ofAnotherBoot.alive()).isFalse();
    }

    @Test
    void killEndsTheProcessAndNoOther() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(process.pid()).orElseThrow();

        new ProcessMark(mark.pid(), mark.startTicks() + 1, mark.boot()).kill();
        boolean survivedTheWrongMark = process.isAlive();
        mark.kill();

        assertThat(survivedTheWrongMark).isTrue();
        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }
}
