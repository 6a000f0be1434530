package io.hotfleet.cli.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Generated passwords by role, in a file that its owner alone can read.
final class Secrets {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, String> passwords;

    private Secrets(Path file, Map<String, String> passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    static Secrets read(Path file) {
        try {
            return new Secrets(
                    file,
                    Files.exists(file)
                            ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
                            : new TreeMap<>());
        } catch (IOException e) {
            throw Failure.of("cannot read the passwords in " + file, e);
        }
    }

    boolean knows(String role) {
        return passwords.containsKey(role);
    }

    /// The role's password, made and kept when it is asked for the first time.
    String password(String role) {
        if (!knows(role)) {
            passwords.put(role, Passwords.generate());
            try {
                PrivateFile.write(file, JSON.writeValueAsString(passwords));
            } catch (IOException e) {
                throw Failure.of("cannot write the passwords to " + file, e);
            }
        }
        return passwords.get(role);
    }
}
