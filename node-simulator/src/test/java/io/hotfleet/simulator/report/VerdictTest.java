package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotfleet.simulator.report.Report.Eligibility;
import io.hotfleet.simulator.report.Report.WorkItem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final WorkItem RESTART = new WorkItem("ENABLE_VBS", true, 3, List.of("a"), "x");
    private static final WorkItem NO_RESTART = new WorkItem("OPT_IN", false, 2, List.of("b"), "y");

    @Test
    void saysWhatTheProductPromises() {
        List<String> sentences = Verdict.of(Samples.contoso());

        assertThat(sentences.getFirst().replace('\u00a0', ' '))
                .isEqualTo("124 of 134 servers can hotpatch today, 10 more after one restart each;"
                        + " 992 fewer restarts in 2025, for USD 10,656.");
    }

    @Test
    void theUnknownComeFirst() {
        assertThat(Verdict.of(Samples.mixed()).getFirst()).startsWith("Unknown: 5 of 420 servers");
    }

    @Test
    void saysWhereHotpatchingIsNotWorthIt() {
        assertThat(Verdict.of(Samples.notWorthIt()))
                .contains("As the fleet stands, hotpatching is not worth it: no server passes all gates.");
    }

    @Test
    void restartsSavedAreWorthItAlsoWhereNobodyPassesToday() throws IOException {
        ObjectNode changed = (ObjectNode) new ObjectMapper().readTree(JsonReport.render(Samples.contoso()));
        changed.withObject("/eligibility").put("eligible", 0).put("blocked", 134);

        List<String> sentences = Verdict.of(JsonReport.read(new ObjectMapper().writeValueAsBytes(changed)));

        assertThat(sentences).noneMatch(sentence -> sentence.contains("not worth it"));
        assertThat(sentences.getFirst()).startsWith("None of").contains("992");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void saysWhoCanHotpatchAndWhatTheOthersNeed(String sentence, Eligibility eligibility, List<WorkItem> work) {
        int servers = eligibility.eligible() + eligibility.blocked() + eligibility.unknown();
        CheckReport check =
                new CheckReport("f", "2025-10-14T00:00:00Z", servers, 0, eligibility, work, List.of(), List.of());

        assertThat(Verdict.of(check)).containsExactly(sentence);
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                check("All 5 servers can hotpatch on 2025-10-14.", 5, 5, 0),
                check("The only server can hotpatch on 2025-10-14.", 1, 1, 0),
                check("The only server cannot hotpatch on 2025-10-14.", 0, 0, 1),
                check("None of 3 servers can hotpatch on 2025-10-14.", 0, 0, 3),
                check("1 of 4 servers can hotpatch on 2025-10-14, 3 more after one restart each.", 1, 4, 3, RESTART),
                check(
                        "1 of 3 servers can hotpatch on 2025-10-14, 2 more after the work listed below,"
                                + " without a restart.",
                        1,
                        3,
                        2,
                        NO_RESTART),
                check(
                        "1 of 6 servers can hotpatch on 2025-10-14, 5 more after the work listed below,"
                                + " some of them with a restart.",
                        1,
                        6,
                        5,
                        RESTART,
                        NO_RESTART));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01, 2025-12, in 2025",
        "2025-08, 2025-08, in August 2025",
        "2025-01, 2025-06, from January to June 2025",
        "2025-07, 2026-06, from July 2025 to June 2026",
        "2025-01, 2026-12, from 2025 to 2026"
    })
    void namesThePeriodAsAPersonWould(String from, String to, String words) {
        assertThat(Words.during(from, to)).isEqualTo(words);
    }

    @Test
    void joinsMonthsToRanges() {
        List<String> months = List.of("2025-11", "2025-12", "2026-01", "2026-05");

        assertThat(Words.ranges(months)).isEqualTo("2025-11 to 2026-01, 2026-05");
    }

    private static Arguments check(String sentence, int eligible, int afterFixes, int blocked, WorkItem... work) {
        Eligibility eligibility = new Eligibility(eligible, afterFixes, blocked, 0, Map.of());
        return Arguments.of(sentence, eligibility, List.of(work));
    }
}
