package io.hotfleet.stack.process;

import io.hotfleet.stack.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// Ports on the loopback address.
public final class Ports {

    // below the range from which Linux takes the near ends of outgoing connections
    private static final int FREE_MIN = 20_000;
    private static final int FREE_MAX = 32_000;
    private static final int TRIES_MAX = 200;

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
}
