package io.hotfleet.scenarios.kubernetes;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The caller's kubectl, for what it alone knows: which cluster it speaks to, and what a folder of kustomize makes.
///
/// @param command words that start it
record Kubectl(List<String> command) {

    /// @param command such as `kubectl`, or `kubectl --context test`
    static Kubectl of(String command) {
        return new Kubectl(List.of(command.strip().split("\\s+")));
    }

    /// The kubeconfig of the cluster and the account that it uses, with certificates and tokens in it.
    String config() {
        return run("config", "view", "--minify", "--raw", "--flatten");
    }

    /// The objects of a folder, as YAML.
    String kustomize(Path folder) {
        return run("kustomize", folder.toString());
    }

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(all).redirectError(Redirect.INHERIT).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw Failure.of("%s ended with exit code %d".formatted(String.join(" ", all), exitCode));
            }
            return said;
        } catch (IOException e) {
            throw Failure.of("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
