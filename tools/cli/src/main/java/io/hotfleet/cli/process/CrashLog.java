package io.hotfleet.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The reason for an end in a log, in one line: the innermost cause of the last exception, else the last error, else
/// the last lines. Logs are text or JSON lines, in which a line break is two characters.
final class CrashLog {

    private static final int LINES = 3;
    private static final int CHARS_MAX = 400;
    private static final List<Pattern> REASONS = List.of(
            Pattern.compile("Caused by: ((?:(?!\\\\[nr])[^\\n\"])+)"),
            Pattern.compile("\"level\":\"ERROR\".*?\"message\":\"((?:[^\"\\\\]|\\\\.)*)\""));

    private CrashLog() {}

    static String of(Path log) {
        try {
            return in(Files.readString(log));
        } catch (IOException e) {
            return "";
        }
    }

    static String in(String log) {
        String words = REASONS.stream()
                .flatMap(reason -> reason.matcher(log).results().reduce((_, last) -> last).stream())
                .map(found -> found.group(1))
                .findFirst()
                .orElseGet(() -> tail(log));
        return words.length() > CHARS_MAX ? words.substring(0, CHARS_MAX) + "…" : words;
    }

    private static String tail(String log) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
