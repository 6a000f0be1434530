package io.hotfleet.simulator.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Steps as JSON, field by field: hundreds of thousands of reports pass through here, so nothing is bound by
/// reflection.
final class StepJson {
    private static final int REPORT_BYTES = 256;

    private StepJson() {}

    static byte[] write(Step step) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(128 + step.reports().size() * REPORT_BYTES);
        try (JsonGenerator out = Http.JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("until", instant(step.untilMinute()));
            out.writeNumberField("after", step.after());
            out.writeArrayFieldStart("reports");
            for (NodeReport report : step.reports()) {
                write(report, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(NodeReport report, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("machine", report.machine());
        out.writeNumberField("seq", report.seq());
        out.writeStringField("at", instant(report.atMinute()));
        if (report.command() == 0) {
            out.writeNullField("command");
        } else {
            out.writeNumberField("command", report.command());
        }
        out.writeStringField("kb", report.kb());
        out.writeStringField("outcome", report.outcome().name());
        if (report.state() != null) {
            out.writeStringField("state", report.state().name());
        } else if (report.flaw() != null) {
            out.writeStringField("state", report.flaw());
        }
        out.writeNumberField("drainSeconds", report.drainSeconds());
        out.writeNumberField("installSeconds", report.installSeconds());
        out.writeNumberField("downSeconds", report.downSeconds());
        out.writeStringField("vbs", report.vbs());
        out.writeNumberField("hooks", report.hooks());
        out.writeNumberField("patchKiB", report.patchKiB());
        out.writeNumberField("retainedKiB", report.retainedKiB());
        out.writeEndObject();
    }

    static Step.Answer read(byte[] body) {
        try (JsonParser in = Http.JSON.createParser(body)) {
            in.nextToken();
            List<Command> commands = List.of();
            long cursor = 0;
            boolean more = false;
            long nextBarrier = -1;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "commands" -> commands = readCommands(in);
                    case "cursor" -> cursor = in.getLongValue();
                    case "more" -> more = in.getBooleanValue();
                    case "nextBarrier" -> nextBarrier = minute(in);
                    default -> in.skipChildren();
                }
            }
            return new Step.Answer(commands, cursor, more, nextBarrier);
        } catch (IOException e) {
            throw new IllegalStateException("patch-service answered a step with something else", e);
        }
    }

    private static List<Command> readCommands(JsonParser in) throws IOException {
        List<Command> commands = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            commands.add(readCommand(in));
        }
        return commands;
    }

    private static Command readCommand(JsonParser in) throws IOException {
        long id = 0;
        String machine = null;
        long at = -1;
        Command.Action action = null;
        String kb = null;
        boolean hotpatch = false;
        String digest = null;
        boolean restart = false;
        int drainRoles = 0;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "id" -> id = in.getLongValue();
                case "machine" -> machine = in.getText();
                case "at" -> at = minute(in);
                case "action" -> action = Command.Action.valueOf(in.getText());
                case "kb" -> kb = in.getValueAsString();
                case "package" -> hotpatch = "HOTPATCH".equals(in.getValueAsString());
                case "packageDigest" -> digest = in.getValueAsString();
                case "restart" -> restart = in.getBooleanValue();
                case "drainRoles" -> drainRoles = in.getIntValue();
                default -> in.skipChildren();
            }
        }
        return new Command(id, machine, at, action, kb, hotpatch, digest, restart, drainRoles);
    }

    private static String instant(long minute) {
        return Instant.ofEpochSecond(minute * 60).toString();
    }

    private static long minute(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NULL
                ? -1
                : Instant.parse(in.getText()).getEpochSecond() / 60;
    }
}
