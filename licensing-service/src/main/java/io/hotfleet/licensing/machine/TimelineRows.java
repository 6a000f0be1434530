package io.hotfleet.licensing.machine;

import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Span;
import io.hotfleet.licensing.eligibility.Timeline;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads timelines of one answer; equal facts are read once and become one object.
final class TimelineRows {
    private final Map<String, Facts> read = new HashMap<>();

    Timeline read(Row row) {
        OffsetDateTime[] since = row.getArrayOfOffsetDateTimes(1);
        String[] facts = row.getArrayOfStrings(2);
        List<Span> spans = new ArrayList<>();
        for (int index = 0; index < since.length; index++) {
            spans.add(new Span(since[index].toInstant(), read.computeIfAbsent(facts[index], StoredMachine::facts)));
        }
        return new Timeline(spans);
    }
}
