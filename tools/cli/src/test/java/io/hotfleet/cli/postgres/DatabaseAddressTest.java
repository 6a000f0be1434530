package io.hotfleet.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.cli.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void readsHostPortAndAccount() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://ad%40min:a%3Ab%2Fc+d@db.example:6432/");

        assertThat(address).isEqualTo(new DatabaseAddress("db.example", 6432, "ad@min", "a:b/c+d"));
    }

    @Test
    void portAndPasswordMayBeLeftOut() {
        DatabaseAddress address = DatabaseAddress.parse("postgres://admin@localhost");

        assertThat(address).isEqualTo(new DatabaseAddress("localhost", 5432, "admin", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "mysql://a:b@c/", "postgresql://host/", "postgresql://a b@c/"})
    void saysWhatItExpects(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(Failure.class)
                .hasMessage("HOTFLEET_DATABASE_URL must read postgresql://user:password@host:port/");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(new DatabaseAddress("host", 5432, "admin", "secret"))
                .hasToString("admin@host:5432")
                .extracting(DatabaseAddress::shown)
                .isEqualTo("host:5432");
    }
}
