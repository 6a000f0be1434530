package io.hotfleet.cli.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.process.PortPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningStackTest {

    private final List<PortPlan> tried = new ArrayList<>();

    @Test
    void aPortThatWasTakenMeanwhileIsNotTheEnd() throws IOException {
        PortPlan free = PortPlan.anyFree();
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            PortPlan taken = with(somebody.getLocalPort());

            PortPlan used = RunningStack.tried(() -> tried.isEmpty() ? taken : free, (plan, _) -> start(plan, taken));

            assertThat(used).isEqualTo(free);
            assertThat(tried).containsExactly(taken, free);
        }
    }

    @Test
    void aPortThatIsTakenAgainAndAgainIs() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            PortPlan taken = with(somebody.getLocalPort());

            assertThatThrownBy(() -> RunningStack.tried(() -> taken, (plan, _) -> start(plan, taken)))
                    .isInstanceOf(Failure.class);

            assertThat(tried).hasSize(3);
        }
    }

    @Test
    void whatFailsForAnotherReasonIsNotTriedAgain() {
        PortPlan free = PortPlan.anyFree();

        assertThatThrownBy(() -> RunningStack.tried(() -> free, (plan, _) -> start(plan, free)))
                .isInstanceOf(Failure.class);

        assertThat(tried).hasSize(1);
    }

    @Test
    void theWorkItselfIsDoneOnce() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            PortPlan ours = with(somebody.getLocalPort());

            assertThatThrownBy(() -> RunningStack.tried(() -> ours, (plan, ready) -> {
                        ready.set(true);
                        return start(plan, ours);
                    }))
                    .isInstanceOf(Failure.class);

            assertThat(tried).hasSize(1);
        }
    }

    private PortPlan start(PortPlan plan, PortPlan failing) {
        tried.add(plan);
        if (plan.equals(failing)) {
            throw Failure.of("it does not start");
        }
        return plan;
    }

    private static PortPlan with(int patchPort) {
        PortPlan free = PortPlan.anyFree();
        Map<Service, Integer> services = new EnumMap<>(free.services());
        services.put(Service.PATCH, patchPort);
        return new PortPlan(free.database(), services);
    }
}
