package io.hotfleet.cli.bench;

import io.hotfleet.cli.Failure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A fleet of eligible Windows Server 2025 machines of a given size and shape: in 2025 each of them restarts four times
/// with hotpatching and twelve times without.
record GeneratedFleet(int machines, Shape shape) {

    static final int RESTARTS_HOTPATCH = 4;
    static final int RESTARTS_CUMULATIVE = 12;

    private static final int NODES = 4;
    private static final int WINDOWS = 50;
    private static final int WINDOW_HOURS = 8;
    private static final String[] DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

    enum Shape {
        STAND_ALONE("stand-alone"),
        CLUSTERS("clusters of 4");

        private final String shown;

        Shape(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /// Writes the fleet file into a temporary file.
    Path write() {
        try {
            Path file = Files.createTempFile("hotfleet-bench", ".yaml");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("fleet: bench-%d\n".formatted(machines));
                switch (shape) {
                    case STAND_ALONE -> out.write("servers:\n  - name: node-[000001-%06d]\n".formatted(machines));
                    case CLUSTERS -> writeClusters(out);
                }
            }
            return file;
        } catch (IOException e) {
            throw Failure.of("cannot write the fleet", e);
        }
    }

    private void writeClusters(BufferedWriter out) throws IOException {
        out.write("clusters:\n");
        for (int i = 0; i < machines / NODES; i++) {
            int window = i % WINDOWS;
            out.write(
                    "  - {name: c-%06d, nodes: %d, witness: cloud, window: {day: %s, start: \"%02d:00\", hours: %d, zone: Etc/UTC}}\n"
                            .formatted(i, NODES, DAYS[window % DAYS.length], window / DAYS.length * 3, WINDOW_HOURS));
        }
    }
}
