package io.hotfleet.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void isTheSameAfterItsTextWasRead() {
        PortPlan plan = PortPlan.anyFree();

        assertThat(PortPlan.parse(plan.text())).isEqualTo(plan);
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Map<Service, Integer> asked = Map.of(Service.PATCH, taken.getLocalPort());

            assertThatThrownBy(() -> PortPlan.of(OptionalInt.empty(), asked))
                    .isInstanceOf(Failure.class)
                    .hasMessage("port %d of patch-service is taken".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void knowsWhoListens() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = socket.getLocalPort();

            assertThat(Ports.listens(ProcessHandle.current().pid(), port)).isTrue();
            assertThat(Ports.listens(other.pid(), port)).isFalse();
        } finally {
            other.destroy();
        }
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> PortPlan.of(OptionalInt.of(70_000), Map.of()))
                .hasMessage("port 70000 of PostgreSQL is not between 1 and 65535");
    }
}
