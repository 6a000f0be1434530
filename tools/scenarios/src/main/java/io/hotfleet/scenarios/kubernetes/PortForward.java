package io.hotfleet.scenarios.kubernetes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A way from this machine to a Service, by port-forward. It leads to one pod; when that goes, another way is opened.
final class PortForward implements AutoCloseable {

    private static final String LISTENS = "Forwarding from 127.0.0.1:";

    private final Kubectl kubectl;
    private final String service;
    private Process process;
    private URI address;

    PortForward(Kubectl kubectl, String service) {
        this.kubectl = kubectl;
        this.service = service;
    }

    /// Where the service answers now.
    ///
    /// @throws IOException where no pod takes the connection at this moment
    synchronized URI address() throws IOException {
        if (process == null || !process.isAlive()) {
            open();
        }
        return address;
    }

    /// The next call opens another way.
    @Override
    public synchronized void close() {
        if (process != null) {
            // kubectl may have been started by a script
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process = null;
        }
    }

    private void open() throws IOException {
        process = kubectl.start("port-forward", "service/" + service, ":80");
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENS)) {
                // kubectl tells every connection: somebody must read that
                Kubectl.text(process.getInputStream());
                Kubectl.text(process.getErrorStream());
                address = URI.create(
                        "http://127.0.0.1:" + line.substring(LISTENS.length()).split(" ")[0]);
                return;
            }
        }
        close();
        throw new IOException("no pod of " + service + " can be reached");
    }
}
