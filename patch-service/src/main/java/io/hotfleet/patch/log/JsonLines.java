package io.hotfleet.patch.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.StackTraceFormatter;

/// One JSON object a line: timestamp, level, logger, thread, message, and the exception's trace if there is one.
final class JsonLines extends ExtFormatter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int SUPPRESSED_MAX = 5;

    private final String service;

    JsonLines(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", entry.getInstant().toString());
        line.put("level", entry.getLevel().getName());
        line.put("service", service);
        line.put("logger", entry.getLoggerName());
        line.put("thread", entry.getThreadName());
        line.put("message", formatMessage(entry));
        if (entry.getThrown() != null) {
            line.put("exception", trace(entry.getThrown()));
        }
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        StackTraceFormatter.renderStackTrace(trace, thrown, SUPPRESSED_MAX);
        return trace.toString().strip();
    }
}
