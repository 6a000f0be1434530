package io.hotfleet.scenarios.kubernetes;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Commands of the caller's that take power or network from a Kubernetes node, and give it back: how that is done
/// depends on where the nodes run.
///
/// @param fail null where there is none, as the others; `{node}` in a word stands for the node's name, `{number}` for
/// the number in which it ends
public record FaultCommands(String fail, String start, String cut, String join) {

    private static final long END_SECONDS_MAX = 120;

    public boolean hasPower() {
        return fail != null && start != null;
    }

    public boolean hasCable() {
        return cut != null && join != null;
    }

    public void fail(String node) {
        run(fail, node);
    }

    public void start(String node) {
        run(start, node);
    }

    public void cut(String node) {
        run(cut, node);
    }

    public void join(String node) {
        run(join, node);
    }

    static List<String> words(String command, String node) {
        String number = node.replaceAll(".*?(\\d*)$", "$1");
        List<String> words = new ArrayList<>();
        for (String word : command.strip().split("\\s+")) {
            words.add(word.replace("{node}", node).replace("{number}", number));
        }
        return words;
    }

    private static void run(String command, String node) {
        List<String> words = words(command, node);
        try {
            // what it starts may live on and hold its output
            Process process = new ProcessBuilder(words)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw Failure.of("%s failed".formatted(words));
            }
        } catch (IOException e) {
            throw Failure.of("cannot run " + words, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
