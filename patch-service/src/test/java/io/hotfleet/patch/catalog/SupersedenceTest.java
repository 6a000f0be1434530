package io.hotfleet.patch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupersedenceTest {
    private static final Catalogue CATALOGUE = ShippedReleases.catalogue();

    @ParameterizedTest(name = "{1} supersedes {2}: {3}")
    @CsvSource({
        "windows-server-2025, KB5073379, KB5070881, true",
        "windows-server-2025, KB5073379, KB5072014, true",
        "windows-server-2025, KB5072014, KB5068966, true",
        "windows-server-2025, KB5072014, KB5070893, true",
        "windows-server-2025, KB5072014, KB5070881, false",
        "windows-server-2025, KB5072014, KB5065474, false",
        "windows-server-2025, KB5068861, KB5068966, false",
        "windows-server-2025, KB5068861, KB5070881, true",
        "windows-server-2025, KB5066835, KB5070881, false",
        "windows-11-24h2, KB5060841, KB5061096, false",
        "windows-server-2022-azure-edition, KB5073457, KB5070892, false"
    })
    void aReleaseSupersedesWhatItCarries(String product, String newer, String older, boolean expected) {
        Supersedence ofNewer = of(product, newer);
        Supersedence ofOlder = of(product, older);

        assertThat(List.of(
                        ofNewer.supersedes().contains(older),
                        ofOlder.supersededBy().contains(newer)))
                .containsOnly(expected);
    }

    private static Supersedence of(String product, String kb) {
        return Supersedence.of(ShippedReleases.find(product, kb), product, CATALOGUE);
    }
}
