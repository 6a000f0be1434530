package io.hotfleet.simulator.fleet.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Release;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `-Dhotfleet.docs=write` writes the answers into the document instead of comparing them.
@QuarkusTest
class WalkThroughTest {
    private static final Path DOCUMENT = Path.of("../docs/node.md");
    private static final Path CATALOGUE = Path.of("../patch-service/src/main/resources/releases.json");

    @Inject
    FakePatch patch;

    @BeforeEach
    void theCatalogueIsTheShippedOne() throws IOException {
        JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        patch.show(List.of(json.readValue(CATALOGUE.toFile(), Release[].class)));
    }

    @AfterEach
    void theCatalogueIsTheTestsAgain() {
        patch.show(FakePatch.CATALOGUE);
    }

    @Test
    void theServiceAnswersWhatTheDocumentTells() throws IOException {
        String told = Files.readString(DOCUMENT);

        String played = WalkThrough.play(told);

        if ("write".equals(System.getProperty("hotfleet.docs"))) {
            Files.writeString(DOCUMENT, played);
        } else {
            assertThat(played).isEqualTo(told);
        }
    }
}
