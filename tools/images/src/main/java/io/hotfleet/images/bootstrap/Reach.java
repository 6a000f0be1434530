package io.hotfleet.images.bootstrap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Tells which addresses a pod reaches. In a pod with certain labels it shows what the network policies
/// do to these labels.
public final class Reach {

    private static final int ANSWER_MS_MAX = 3_000;

    private Reach() {}

    public static void main(String[] addresses) {
        for (String address : addresses) {
            System.out.println(address + " " + (reaches(address) ? "reached" : "not reached"));
        }
    }

    private static boolean reaches(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    ANSWER_MS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
