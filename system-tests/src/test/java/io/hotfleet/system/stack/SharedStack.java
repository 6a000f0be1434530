package io.hotfleet.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.process.Ports;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One stack for all test classes that do not break it: `./hotfleet up` before the first of them, `down` after the
/// last.
public final class SharedStack implements BeforeAllCallback {

    public static final Cli CLI = Cli.inTarget("shared home");

    private static final String KEY = "stack";

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(SharedStack.class)).computeIfAbsent(KEY, _ -> new Up(), Up.class);
    }

    /// Address of a service.
    public static String url(String service) {
        return member(CLI, service).path("address").asText();
    }

    /// A member as `status` shows it.
    public static JsonNode member(Cli cli, String name) {
        JsonNode status = Json.parse(cli.run("status", "--json").out());
        return status.path("members")
                .valueStream()
                .filter(member -> member.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + status));
    }

    private static final class Up implements AutoCloseable {

        private Up() {
            CLI.beginAnew();
            // not the services' own ports: somebody may work beside these tests
            Cli.Result up = CLI.run(
                    "up",
                    "--licensing-port=" + Ports.free(),
                    "--patch-port=" + Ports.free(),
                    "--simulator-port=" + Ports.free());

            assertThat(up.exitCode()).as("up says %s", up.err()).isZero();
        }

        @Override
        public void close() {
            assertThat(CLI.run("down").exitCode()).isZero();
        }
    }
}
