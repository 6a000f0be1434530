package io.hotfleet.system.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A way from this machine to a Service, by port-forward.
///
/// @param address for as long as it is open
record Tunnel(Process process, String address) implements AutoCloseable {

    private static final String LISTENS = "Forwarding from 127.0.0.1:";

    static Tunnel to(String service) throws IOException {
        Process process = Cluster.start("port-forward", "-n", Cluster.NAMESPACE, "service/" + service, ":80");
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENS)) {
                // kubectl tells every connection: somebody must read that
                Thread.ofPlatform().daemon().start(() -> said.lines().count());
                String port = line.substring(LISTENS.length()).split(" ")[0];
                return new Tunnel(process, "http://127.0.0.1:" + port);
            }
        }
        throw new AssertionError("no tunnel to " + service);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
