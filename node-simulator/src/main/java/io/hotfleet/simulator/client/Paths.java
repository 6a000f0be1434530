package io.hotfleet.simulator.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Pieces of addresses.
final class Paths {
    private Paths() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String page(String path, String after, int limit) {
        String separator = path.contains("?") ? "&" : "?";
        return path + separator + "limit=" + limit + (after == null ? "" : "&after=" + encoded(after));
    }
}
