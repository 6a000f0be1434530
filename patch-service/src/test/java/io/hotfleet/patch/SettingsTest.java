package io.hotfleet.patch;

import io.hotfleet.fixtures.SettingsPage;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void everySettingIsWrittenDownWithItsDefault() {
        SettingsPage.requireEachSettingWithItsDefault("patch-service");
    }
}
