package io.hotfleet.patch.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.patch.planner.NodeReport.Outcome;
import io.hotfleet.rest.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What live nodes send, as `contract/` has it.
class LiveReportsContractTest {
    @Test
    void everyFieldOfALiveReportIsUnderstood() throws IOException {
        JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        String golden = Files.readString(Path.of("../contract/patch/live-reports.json"));

        List<ReportBody> reports = List.of(json.readValue(golden, ReportBody[].class));

        assertThat(reports)
                .extracting(ReportBody::outcome)
                .containsExactly(Outcome.PROGRESS, Outcome.INSTALLED, Outcome.FAILED);
        assertThat(reports).extracting(ReportBody::state).containsExactly("loading", null, "signature-expired");
        assertThat(reports).extracting(ReportBody::retainedKiB).containsExactly(0, 2, 0);
        Faults faults = new Faults();
        reports.forEach(report -> report.check(faults, ""));
        assertThatCode(faults::throwIfAny).doesNotThrowAnyException();
    }
}
