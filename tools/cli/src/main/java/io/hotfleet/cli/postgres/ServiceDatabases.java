package io.hotfleet.cli.postgres;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One database and one role for each service; no role may connect to another's database.
public final class ServiceDatabases {

    private static final String NOT_ALLOWED = "42501";

    private ServiceDatabases() {}

    /// What a service needs to reach its own database.
    public record Account(DatabaseAddress address, String database) {}

    /// Makes what is missing and sets the passwords; safe to repeat.
    ///
    /// @param scope names the server among those whose passwords are in the file; the embedded one has none
    public static Map<Service, Account> prepare(DatabaseAddress admin, Path secretsFile, String scope) {
        Secrets secrets = Secrets.read(secretsFile);
        return prepare(admin, service -> secrets.password(scope + service.database()));
    }

    /// The same with passwords from anywhere.
    public static Map<Service, Account> prepare(DatabaseAddress admin, Function<Service, String> passwords) {
        Map<Service, Account> accounts = new EnumMap<>(Service.class);
        try (Connection connection = admin.connect()) {
            boolean mayMakeRoles = mayMakeRoles(connection);
            for (Service service : Service.values()) {
                String password = passwords.apply(service);
                DatabaseAddress owner = mayMakeRoles
                        ? new DatabaseAddress(admin.host(), admin.port(), service.database(), password)
                        : admin;
                if (mayMakeRoles) {
                    makeRole(connection, owner);
                }
                makeDatabase(connection, service.database(), owner.user(), mayMakeRoles);
                accounts.put(service, new Account(owner, service.database()));
            }
            return accounts;
        } catch (SQLException e) {
            throw NOT_ALLOWED.equals(e.getSQLState())
                    ? Failure.badInput("%s may not make databases on %s: make %s first, or name another user in %s"
                            .formatted(admin.user(), admin.shown(), names(), DatabaseAddress.VARIABLE))
                    : Failure.of("cannot prepare the databases on " + admin.shown(), e);
        }
    }

    private static boolean mayMakeRoles(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select rolcreaterole or rolsuper from pg_roles where rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void makeRole(Connection connection, DatabaseAddress owner) throws SQLException {
        boolean known = exists(connection, "select from pg_roles where rolname = ?", owner.user());
        try (Statement statement = connection.createStatement()) {
            // the password is ours, of letters that need no quoting
            statement.execute("%s role %s login password '%s'"
                    .formatted(known ? "alter" : "create", owner.user(), owner.password()));
            statement.execute("grant " + owner.user() + " to current_user");
        }
    }

    private static void makeDatabase(Connection connection, String name, String owner, boolean closeToOthers)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                statement.execute("create database %s owner \"%s\"".formatted(name, owner));
            }
            if (closeToOthers) {
                statement.execute("revoke all on database " + name + " from public");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String names() {
        return String.join(
                ", ", List.of(Service.values()).stream().map(Service::database).toList());
    }
}
