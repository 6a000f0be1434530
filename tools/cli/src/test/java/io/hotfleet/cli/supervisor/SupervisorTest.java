package io.hotfleet.cli.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.Service;
import io.hotfleet.cli.process.Activity;
import io.hotfleet.cli.process.PortPlan;
import io.hotfleet.cli.process.ProcessMark;
import io.hotfleet.cli.process.ProgressWait;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A supervisor in a process of its own with a real PostgreSQL; stand-ins for the services are real processes, too.
class SupervisorTest {

    @TempDir
    private static Path parent;

    private static Home home;

    @BeforeAll
    static void packageServices() throws IOException {
        home = new Home(parent.resolve("home"), parent.resolve("checkout"));
        FakeService.packageInto(home.checkout());
    }

    @AfterEach
    void stop() {
        SupervisorClient.find(home).ifPresent(SupervisorClient::stop);
        OrphanReaper.reap(home);
    }

    @Test
    void theStackIsSharedAndEndsWithItsLastLease() {
        StackLease first = take();
        StackLease second = take();
        StackStatus status = second.status();
        List<ProcessMark> members = members(status);

        first.close();
        boolean heldByTheSecond = members.stream().allMatch(ProcessMark::alive);
        second.close();

        assertThat(status.leases()).isEqualTo(2);
        assertThat(status.healthy()).isTrue();
        assertThat(heldByTheSecond).isTrue();
        assertNothingRuns(members);
    }

    @Test
    void aPinnedStackStaysUntilItIsStopped() {
        List<ProcessMark> members;
        try (StackLease lease = take()) {
            lease.pin();
            members = members(lease.status());
        }
        SupervisorClient supervisor = SupervisorClient.find(home).orElseThrow();
        boolean stays = supervisor.status().orElseThrow().stays();

        supervisor.stop();

        assertThat(stays).isTrue();
        assertNothingRuns(members);
    }

    /// A command that is killed does not release its lease: its connection breaks.
    @Test
    void aLeaseWhoseConnectionBreaksHasEnded() throws Exception {
        StackLease lease = take();
        lease.pin();
        lease.close();
        SupervisorClient supervisor = SupervisorClient.find(home).orElseThrow();
        InputStream killed = supervisor.lease().orElseThrow();

        killed.close();

        await("the lease to end", () -> supervisor.status().orElseThrow().leases() == 0);
    }

    @Test
    void eachMemberThatDiesIsToldOfAndStartedAgainByTheNextLease() throws Exception {
        take().pin();

        for (String member : List.of("licensing-service", "patch-service", "node-simulator", "postgresql")) {
            StackLease lease = take();
            StackStatus.Member before = member(lease, member);

            ProcessMark.of(before.pid()).orElseThrow().kill();
            String told = lease.died().get();
            String state = member(lease, member).state();
            StackLease next = take();

            assertThat(told)
                    .startsWith(member + " (process " + before.pid() + ") was ended by signal 9")
                    .endsWith(before.log());
            assertThat(state).isEqualTo("ended");
            assertThat(next.status().healthy()).isTrue();
            assertThat(member(next, member).pid()).isNotEqualTo(before.pid());
            assertThat(member(next, member).address()).isEqualTo(before.address());
        }
    }

    @Test
    void aServiceThatCannotStartIsSaidToWithItsReasonAndNothingStays() throws Exception {
        FakeService.fails(Service.PATCH, home.checkout(), true);
        try (StackLease lease = StackLease.take(home.prepare(), PortPlan.anyFree(), _ -> {})) {
            assertThatThrownBy(lease::awaitReady)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("patch-service")
                    .hasMessageContaining("ended with exit code 3")
                    .hasMessageContaining("told to fail");
        } finally {
            FakeService.fails(Service.PATCH, home.checkout(), false);
        }

        assertNothingRuns(List.of());
    }

    @Test
    void aSupervisorThatIsKilledTakesItsMembersAlong() throws Exception {
        StackLease lease = take();
        List<ProcessMark> members = members(lease.status());

        supervisor(lease).kill();

        assertThat(lease.died().get()).isIn("the stack was stopped", "the supervisor of the stack has ended");
        await("the watchdog to end the members", () -> members.stream().noneMatch(ProcessMark::alive));
    }

    @Test
    void whatAlsoTheWatchdogDoesNotOutliveIsEndedByTheNext() throws Exception {
        StackLease lease = take();
        List<ProcessMark> orphans = members(lease.status());

        ProcessMark supervisor = supervisor(lease);
        ProcessHandle watchdog = ProcessHandle.of(supervisor.pid())
                .orElseThrow()
                .children()
                .filter(child -> orphans.stream().noneMatch(member -> member.pid() == child.pid()))
                .findFirst()
                .orElseThrow();
        watchdog.destroyForcibly();
        watchdog.onExit().get();
        supervisor.kill();
        await("the supervisor to end", () -> !supervisor.alive());
        boolean orphaned = orphans.stream().allMatch(ProcessMark::alive);
        StackLease next = take();

        assertThat(orphaned).isTrue();
        assertThat(orphans).noneMatch(ProcessMark::alive);
        assertThat(next.status().healthy()).isTrue();
    }

    @Test
    void aServiceThatIsLentMakesRoomAtItsPortAndComesBack() throws Exception {
        StackLease lease = take();
        StackStatus.Member before = member(lease, "patch-service");
        ProcessMark former = ProcessMark.of(before.pid()).orElseThrow();

        Loan loan = lease.lend(Service.PATCH);
        String told = lease.died().get();
        boolean ended = !former.alive();
        StackLease other = take();
        String stateForOthers = member(other, "patch-service").state();
        loan.close();
        await("the service to be back", () -> lease.status().healthy());

        assertThat(told).isEqualTo("patch-service has been handed over to its development");
        assertThat(ended).isTrue();
        assertThat(stateForOthers).isEqualTo("not ready");
        assertThat(before.address()).endsWith(":" + loan.settings().get("QUARKUS_HTTP_PORT"));
        assertThat(loan.settings()).containsEntry("HOTFLEET_DB_NAME", "patch").containsKey("HOTFLEET_DB_PASSWORD");
        assertThat(member(lease, "patch-service").address()).isEqualTo(before.address());
    }

    @Test
    void orphansOfALivingSupervisorAreNone() {
        StackLease lease = take();

        assertThat(OrphanReaper.reap(home)).isFalse();
        assertThat(lease.status().healthy()).isTrue();
    }

    @Test
    void nobodyIsAnsweredWithoutTheSecret() throws Exception {
        take();
        int port = SupervisorState.read(home).orElseThrow().port();
        HttpRequest stop = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/stop".formatted(port)))
                .header("Authorization", "Bearer guess")
                .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(stop, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
        assertThat(SupervisorClient.find(home)).isPresent();
    }

    private StackLease take() {
        return StackLease.take(home.prepare(), PortPlan.anyFree(), _ -> {}).awaitReady();
    }

    private static StackStatus.Member member(StackLease lease, String name) {
        return lease.status().members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<ProcessMark> members(StackStatus status) {
        return status.members().stream()
                .map(member -> ProcessMark.of(member.pid()).orElseThrow())
                .toList();
    }

    private static ProcessMark supervisor(StackLease lease) {
        return ProcessMark.of(lease.status().supervisorPid()).orElseThrow();
    }

    private static void assertNothingRuns(List<ProcessMark> members) {
        assertThat(members).noneMatch(ProcessMark::alive);
        assertThat(SupervisorClient.find(home)).isEmpty();
        assertThat(home.records()).isEmptyDirectory();
        assertThat(Files.exists(home.state())).isFalse();
    }

    private static void await(String what, ProgressWait.Condition condition) {
        new ProgressWait(what, Activity.UNSEEN).until(condition);
    }
}
