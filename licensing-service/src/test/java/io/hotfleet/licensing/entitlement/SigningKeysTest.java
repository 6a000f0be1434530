package io.hotfleet.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.MovableClock;
import io.hotfleet.licensing.Rest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysTest {
    private static final String KEY_SET = "/.well-known/jwks.json";

    @Inject
    SigningKeys keys;

    @Test
    void aLaterStartMakesANewKeyAndKeepsTheOldOnePublished() {
        String first = keys.current().getKeyId();
        keys.load(new StartupEvent());
        String unchanged = keys.current().getKeyId();

        MovableClock.advance(Duration.ofDays(91));
        keys.load(new StartupEvent());

        MovableClock.reset();
        assertThat(unchanged).isEqualTo(first);
        assertThat(keys.current().getKeyId()).isNotEqualTo(first);
        assertThat(Rest.get(KEY_SET).getList("keys.kid"))
                .contains(keys.current().getKeyId(), first);
    }

    @Test
    void privatePartsAreNeverPublished() {
        JsonPath published = Rest.get(KEY_SET);

        assertThat(published.getList("keys.d")).containsOnlyNulls();
        assertThat(published.getList("keys.crv")).containsOnly("P-256");
        assertThat(published.getList("keys.alg")).containsOnly("ES256");
    }
}
