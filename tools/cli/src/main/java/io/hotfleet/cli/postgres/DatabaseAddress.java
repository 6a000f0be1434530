package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Setting;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/// A PostgreSQL server and a user that may make databases and roles in it.
public record DatabaseAddress(String host, int port, String user, String password) {

    /// Environment variable that names a PostgreSQL to be used in place of the embedded one.
    public static final String VARIABLE = Setting.HOTFLEET_DATABASE_URL.name();

    private static final int DEFAULT_PORT = 5432;
    private static final String EXPECTED = VARIABLE + " must read postgresql://user:password@host:port/";

    /// The address that the environment names, if it names one.
    public static Optional<DatabaseAddress> fromEnvironment() {
        return Setting.HOTFLEET_DATABASE_URL.value().map(DatabaseAddress::parse);
    }

    static DatabaseAddress parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(EXPECTED);
        }
        String scheme = uri.getScheme();
        String account = uri.getRawUserInfo();
        if (uri.getHost() == null || account == null || !("postgresql".equals(scheme) || "postgres".equals(scheme))) {
            throw Failure.badInput(EXPECTED);
        }
        int colon = account.indexOf(':');
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decode(colon < 0 ? account : account.substring(0, colon)),
                colon < 0 ? "" : decode(account.substring(colon + 1)));
    }

    /// Host and port, without the account: fit to be shown.
    public String shown() {
        return host + ":" + port;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/postgres".formatted(host, port), properties);
    }

    /// A record shows its fields; this one must not.
    @Override
    public String toString() {
        return user + "@" + shown();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
