package io.hotfleet.cli.postgres;

import java.security.SecureRandom;
import java.util.Base64;

/// Passwords of letters, digits, `-` and `_`, which need no quoting anywhere.
public final class Passwords {

    private static final int BYTES = 24;

    private Passwords() {}

    public static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
