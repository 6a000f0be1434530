package io.hotfleet.cli.process;

import io.hotfleet.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Ports on the loopback address.
public final class Ports {

    // below the range from which Linux takes the near ends of outgoing connections
    private static final int FREE_MIN = 20_000;
    private static final int FREE_MAX = 32_000;
    private static final int TRIES_MAX = 200;
    // columns and a value of /proc/net/tcp
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private Ports() {}

    public static int free() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            int port = random.nextInt(FREE_MIN, FREE_MAX);
            if (isFree(port)) {
                return port;
            }
        }
        throw Failure.of("no free port between %d and %d on 127.0.0.1".formatted(FREE_MIN, FREE_MAX));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether the process itself listens on the port: another one may have been faster.
    static boolean listens(long pid, int port) {
        Set<String> sockets = listening(port);
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.anyMatch(link -> sockets.contains(target(link)));
        } catch (IOException e) {
            return false;
        }
    }

    /// Sockets that listen on the port, as links of `/proc/{pid}/fd` name them.
    private static Set<String> listening(int port) {
        Set<String> sockets = new HashSet<>();
        String local = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[ADDRESS].endsWith(local) && fields[STATE].equals(LISTEN))
                        .forEach(fields -> sockets.add("socket:[" + fields[INODE] + "]"));
            } catch (IOException e) {
                // a kernel without IPv6 has no such table
            }
        }
        return sockets;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
