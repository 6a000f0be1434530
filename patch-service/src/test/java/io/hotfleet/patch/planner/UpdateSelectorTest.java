package io.hotfleet.patch.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hotfleet.patch.policy.Policy.OutOfBand;
import io.hotfleet.patch.policy.Strategy;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateSelectorTest {
    private static final String OCTOBER = "2025-10-14T17:00:00Z";
    private static final String OCTOBER_25 = "2025-10-25T00:00:00Z";
    private static final String NOVEMBER = "2025-11-11T18:00:00Z";
    private static final String NOTHING = "nothing";

    static Stream<Arguments> onTrack() {
        return Stream.of(
                argumentSet("on track", new Scene(), NOVEMBER, "KB5068966 HOTPATCH"),
                argumentSet("a minute too early", new Scene(), "2025-11-11T17:59:00Z", NOTHING),
                argumentSet("has it", new Scene().has("KB5068966"), NOVEMBER, NOTHING),
                argumentSet("has the other of the month", new Scene().has("KB5068861"), NOVEMBER, NOTHING),
                argumentSet("baseline for all", new Scene().has("KB5065474"), OCTOBER, "KB5066835 BASELINE restart"));
    }

    static Stream<Arguments> offTrack() {
        return Stream.of(
                argumentSet(
                        "blocked",
                        new Scene().gates("VBS_NOT_RUNNING", "ARC"),
                        NOVEMBER,
                        "KB5068861 VBS_NOT_RUNNING restart"),
                argumentSet("off track", new Scene().has("KB5070881"), NOVEMBER, "KB5068861 BASELINE restart"),
                argumentSet("kept the track", new Scene().has("KB5070893"), NOVEMBER, "KB5068966 HOTPATCH"),
                argumentSet("missed a baseline", new Scene().has("KB5065474"), NOVEMBER, "KB5068861 BASELINE restart"),
                argumentSet(
                        "off track comes before the update source in the order of gates",
                        new Scene().has("KB5070881").gates("UPDATE_SOURCE"),
                        NOVEMBER,
                        "KB5068861 BASELINE restart"));
    }

    static Stream<Arguments> toldByTheMachine() {
        String fallsBack = "KB5068861 VBS_NOT_RUNNING restart";
        return Stream.of(
                argumentSet("lost its VBS", new Scene().live("configured"), NOVEMBER, fallsBack),
                argumentSet("has none", new Scene().live("off"), NOVEMBER, fallsBack),
                argumentSet("runs it", new Scene().live("running"), NOVEMBER, "KB5068966 HOTPATCH"),
                argumentSet("told nothing", new Scene().live(null), NOVEMBER, "KB5068966 HOTPATCH"),
                argumentSet(
                        "another gate comes first",
                        new Scene().live("off").gates("ARC"),
                        NOVEMBER,
                        "KB5068861 ARC restart"),
                argumentSet("in a rehearsal", new Scene().vbs("configured"), NOVEMBER, "KB5068966 HOTPATCH"));
    }

    static Stream<Arguments> otherStrategies() {
        return Stream.of(
                argumentSet("held", new Scene().hold().gates("ARC"), NOVEMBER, NOTHING),
                argumentSet(
                        "baselines are not held",
                        new Scene().hold().has("KB5065474").gates("ARC"),
                        NOVEMBER,
                        "KB5066835 BASELINE restart"),
                argumentSet(
                        "cumulative",
                        new Scene().strategy(Strategy.CUMULATIVE),
                        NOVEMBER,
                        "KB5068861 STRATEGY restart"),
                argumentSet(
                        "no hotpatch that month",
                        new Scene().product("windows-11-24h2").has("KB5050009"),
                        "2025-02-12T00:00:00Z",
                        "KB5051987 NO_HOTPATCH restart"));
    }

    static Stream<Arguments> outOfBand() {
        return Stream.of(
                argumentSet("out of band off", new Scene().outOfBand(OutOfBand.NONE), OCTOBER_25, NOTHING),
                argumentSet(
                        "keeps the track",
                        new Scene().outOfBand(OutOfBand.HOTPATCH_ONLY),
                        OCTOBER_25,
                        "KB5070893 OUT_OF_BAND"),
                argumentSet(
                        "restarts update servers",
                        new Scene().outOfBand(OutOfBand.HOTPATCH_ONLY).role("wsus"),
                        OCTOBER_25,
                        "KB5070893 OUT_OF_BAND restart"),
                argumentSet(
                        "not to update servers that wait",
                        new Scene()
                                .outOfBand(OutOfBand.HOTPATCH_ONLY)
                                .role("wsus")
                                .hold(),
                        OCTOBER_25,
                        NOTHING),
                argumentSet(
                        "not to blocked ones",
                        new Scene().outOfBand(OutOfBand.HOTPATCH_ONLY).gates("ARC"),
                        OCTOBER_25,
                        NOTHING));
    }

    static Stream<Arguments> outOfBandForAll() {
        return Stream.of(
                argumentSet(
                        "all, in order of date",
                        new Scene().outOfBand(OutOfBand.ALL),
                        OCTOBER_25,
                        "KB5070773 OUT_OF_BAND restart"),
                argumentSet(
                        "all, the next one",
                        new Scene().outOfBand(OutOfBand.ALL).has("KB5070773"),
                        OCTOBER_25,
                        "KB5070881 OUT_OF_BAND restart"),
                argumentSet(
                        "all, never an older one",
                        new Scene().outOfBand(OutOfBand.ALL).has("KB5070893"),
                        OCTOBER_25,
                        NOTHING),
                argumentSet(
                        "all, in the cumulative strategy",
                        new Scene()
                                .outOfBand(OutOfBand.ALL)
                                .strategy(Strategy.CUMULATIVE)
                                .has("KB5070773"),
                        OCTOBER_25,
                        "KB5070881 OUT_OF_BAND restart"),
                argumentSet(
                        "regular before out of band",
                        new Scene().outOfBand(OutOfBand.ALL).has("KB5065474"),
                        OCTOBER_25,
                        "KB5066835 BASELINE restart"),
                argumentSet(
                        "superseded out of band",
                        new Scene().outOfBand(OutOfBand.ALL).has("KB5068861"),
                        "2025-11-12T00:00:00Z",
                        NOTHING));
    }

    @ParameterizedTest
    @MethodSource({"onTrack", "offTrack", "toldByTheMachine", "otherStrategies", "outOfBand", "outOfBandForAll"})
    void choosesWhatTheRulesSay(Scene scene, String at, String expected) {
        Optional<SelectedUpdate> selected = scene.selector().choose(scene.node(1), scene.member(), 0, Scene.minute(at));

        assertThat(selected.map(UpdateSelectorTest::told).orElse(NOTHING)).isEqualTo(expected);
    }

    private static String told(SelectedUpdate selected) {
        return selected.kb() + " " + selected.reason().code() + (selected.restart() ? " restart" : "");
    }
}
