package io.hotfleet.simulator.rehearsal;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.report.CsvReport;
import io.hotfleet.simulator.report.HtmlReport;
import io.hotfleet.simulator.report.JsonReport;
import io.hotfleet.simulator.report.Report;
import io.hotfleet.simulator.report.TextReport;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The forms in which a stored report is shown. JSON comes first where a caller accepts anything.
enum ReportFormat {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV_FORM(new MediaType("text", "csv", "UTF-8")),
    HTML(new MediaType("text", "html", "UTF-8")),
    TEXT(new MediaType("text", "plain", "UTF-8"));

    static final String CSV = "text/csv;charset=UTF-8";

    private final MediaType type;

    ReportFormat(MediaType type) {
        this.type = type;
    }

    static ReportFormat negotiate(Request request) {
        List<Variant> offered = Variant.mediaTypes(JSON.type, CSV_FORM.type, HTML.type, TEXT.type)
                .build();
        Variant chosen = request.selectVariant(offered);
        if (chosen == null) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "A report is shown as application/json, text/csv, text/html or text/plain");
        }
        return values()[offered.indexOf(chosen)];
    }

    /// @param json as it was stored
    Response answer(byte[] json) {
        return Response.ok(
                        switch (this) {
                            case JSON -> json;
                            case CSV_FORM -> CsvReport.render(read(json));
                            case HTML -> HtmlReport.render(read(json));
                            case TEXT -> TextReport.render(read(json));
                        })
                .type(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Report read(byte[] json) {
        try {
            return JsonReport.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
