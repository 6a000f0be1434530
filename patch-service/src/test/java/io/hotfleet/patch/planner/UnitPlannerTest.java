package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.patch.planner.Decision.Act;
import io.hotfleet.patch.planner.Decision.Hold;
import io.hotfleet.patch.planner.Decision.Rest;
import io.hotfleet.patch.planner.Decision.Wait;
import io.hotfleet.patch.planner.Node.Failure;
import io.hotfleet.patch.planner.Node.Fix;
import io.hotfleet.postgres.Minutes;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnitPlannerTest {
    private static final String NOVEMBER = "2025-11-11T18:00:00Z";
    private static final String OCTOBER = "2025-10-14T17:00:00Z";
    private static final String DECEMBER = "2025-12-09T18:00:00Z";
    private static final String HOUR = "saturday 22:00 1 Europe/Berlin";
    private static final UnaryOperator<UnitSnapshot> AS_IT_IS = snapshot -> snapshot;

    static Stream<Arguments> windows() {
        return Stream.of(
                argumentSet("acts at once", new Scene(), AS_IT_IS, NOVEMBER, "act KB5068966"),
                argumentSet("rests until the next release", new Scene(), AS_IT_IS, OCTOBER, "rest until " + NOVEMBER),
                argumentSet(
                        "waits for its window",
                        new Scene().window(HOUR),
                        AS_IT_IS,
                        NOVEMBER,
                        "wait until 2025-11-15T21:00:00Z"),
                argumentSet(
                        "acts in its window",
                        new Scene().window(HOUR),
                        AS_IT_IS,
                        "2025-11-15T21:00:00Z",
                        "act KB5068966"),
                argumentSet(
                        "acts as long as it fits",
                        new Scene().window(HOUR),
                        AS_IT_IS,
                        "2025-11-15T21:58:00Z",
                        "act KB5068966"),
                argumentSet(
                        "waits where it does not fit",
                        new Scene().window(HOUR),
                        AS_IT_IS,
                        "2025-11-15T21:59:00Z",
                        "wait until 2025-11-22T21:00:00Z"),
                argumentSet(
                        "a restart takes longer",
                        new Scene().window(HOUR).gates("ARC"),
                        AS_IT_IS,
                        "2025-11-15T21:28:00Z",
                        "wait until 2025-11-22T21:00:00Z"));
    }

    static Stream<Arguments> fixesAndFailures() {
        return Stream.of(
                argumentSet(
                        "offline",
                        new Scene(),
                        each(node -> node.withOnline(false)),
                        NOVEMBER,
                        "held: a is down and gets KB5068966 when it is back"),
                argumentSet(
                        "fixes come first",
                        new Scene(),
                        each(node -> node.withFix(Fix.PENDING)),
                        NOVEMBER,
                        "act FIX restart"),
                argumentSet(
                        "a failed install is tried again after a day",
                        new Scene(),
                        each(node -> node.failed(Failure.again(null, "KB5068966", Scene.minute(NOVEMBER)))),
                        "2025-11-12T17:59:00Z",
                        "rest until 2025-11-12T18:00:00Z"),
                argumentSet(
                        "and then again",
                        new Scene(),
                        each(node -> node.failed(Failure.again(null, "KB5068966", Scene.minute(NOVEMBER)))),
                        "2025-11-12T18:00:00Z",
                        "act KB5068966"),
                argumentSet(
                        "but not for ever",
                        new Scene(),
                        each(node -> node.failed(new Failure("KB5068966", 4, 0))),
                        NOVEMBER,
                        "rest until " + DECEMBER));
    }

    @ParameterizedTest
    @MethodSource({"windows", "fixesAndFailures"})
    void aMachineDecides(Scene scene, UnaryOperator<UnitSnapshot> change, String at, String expected) {
        assertThat(decided(scene, change.apply(scene.alone()), at)).isEqualTo(expected);
    }

    static Stream<Arguments> clusters() {
        return Stream.of(
                argumentSet("fewest roles first", new Scene(), 2, AS_IT_IS, NOVEMBER, "act KB5068966 on n-02"),
                argumentSet("then by name", new Scene(), 0, AS_IT_IS, NOVEMBER, "act KB5068966 on n-00"),
                argumentSet(
                        "restarts drain roles",
                        new Scene().gates("ARC"),
                        3,
                        AS_IT_IS,
                        NOVEMBER,
                        "act KB5068861 restart draining 1 on n-00"),
                argumentSet("hotpatches do not", new Scene(), 3, AS_IT_IS, NOVEMBER, "act KB5068966 on n-00"),
                argumentSet(
                        "nobody restarts while one is away",
                        new Scene().gates("ARC"),
                        0,
                        lost(2),
                        NOVEMBER,
                        "held: n-02 is down; a node goes down only while all others are up"),
                argumentSet(
                        "they go on where that one has left",
                        new Scene().gates("ARC"),
                        0,
                        (UnaryOperator<UnitSnapshot>) held -> left(0).apply(lost(0).apply(held)),
                        NOVEMBER,
                        "act KB5068861 restart on n-01"),
                argumentSet("hotpatches go on", new Scene(), 0, lost(2), NOVEMBER, "act KB5068966 on n-00"),
                argumentSet(
                        "nodes soak", new Scene().soak(60), 0, rested(), NOVEMBER, "wait until 2025-11-11T19:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aClusterDecides(Scene scene, int roles, UnaryOperator<UnitSnapshot> change, String at, String expected) {
        assertThat(decided(scene, change.apply(scene.cluster(3, roles, true)), at))
                .isEqualTo(expected);
    }

    private static String decided(Scene scene, UnitSnapshot snapshot, String at) {
        return switch (new UnitPlanner(scene.selector()).decide(snapshot, Scene.minute(at))) {
            case Act(Command command, long _, long _) -> "act " + told(command, snapshot);
            case Wait(long until) -> "wait until " + Minutes.instant(until);
            case Rest(long until) -> "rest until " + Minutes.instant(until);
            case Hold(long _, String reason) -> "held: " + reason;
        };
    }

    private static String told(Command command, UnitSnapshot snapshot) {
        String what = command.kb() == null ? command.reason().code() : command.kb();
        String how = (command.restart() ? " restart" : "")
                + (command.drainRoles() > 0 ? " draining " + command.drainRoles() : "");
        String where = snapshot.unit().cluster()
                ? " on " + snapshot.unit().member(command.machine()).name()
                : "";
        return what + how + where;
    }

    private static UnaryOperator<UnitSnapshot> each(UnaryOperator<Node> change) {
        return snapshot -> snapshot.with(change.apply(snapshot.nodes().getFirst()));
    }

    private static UnaryOperator<UnitSnapshot> rested() {
        return snapshot -> snapshot.with(snapshot.state().answered(Scene.minute(NOVEMBER)));
    }

    private static UnaryOperator<UnitSnapshot> left(int position) {
        return snapshot -> {
            Unit unit = snapshot.unit();
            Member gone = at(unit, position);
            List<Member> members = unit.members().stream()
                    .filter(member -> member != gone)
                    .map(member -> member.position() < position
                            ? member
                            : new Member(
                                    member.number(),
                                    member.name(),
                                    member.product(),
                                    member.roles(),
                                    member.position() - 1,
                                    member.clusteredRoles()))
                    .toList();
            List<Node> nodes = members.stream()
                    .map(member -> snapshot.node(member.number()))
                    .toList();
            return new UnitSnapshot(
                    new Unit(unit.number(), unit.name(), true, unit.window(), unit.ring(), members),
                    snapshot.state().left(gone.number(), 2),
                    nodes,
                    snapshot.cluster().left(position, 2));
        };
    }

    private static Member at(Unit unit, int position) {
        return unit.members().stream()
                .filter(member -> member.position() == position)
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<UnitSnapshot> lost(int position) {
        return snapshot -> {
            Member gone = at(snapshot.unit(), position);
            Node away = snapshot.node(gone.number()).withOnline(false);
            return snapshot.with(away).with(snapshot.cluster().lost(gone, 1));
        };
    }
}
