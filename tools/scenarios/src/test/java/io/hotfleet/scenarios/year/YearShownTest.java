package io.hotfleet.scenarios.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.scenarios.kubernetes.PodCluster.Seen;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class YearShownTest {

    private static final List<YearResult> RESULTS = List.of(
            new YearResult(
                    ClusterVariant.A,
                    List.of(12, 12, 12),
                    new Seen(600, 20, 0, 240, 3_000, 700, 34_500, 4, 12, 0, 41, Map.of())),
            new YearResult(
                    ClusterVariant.B,
                    List.of(12, 12, 12),
                    new Seen(600, 20, 240, 0, 3_000, 0, 1_200, 24, 0, 0, 38, Map.of())),
            new YearResult(
                    ClusterVariant.C,
                    List.of(4, 4, 4),
                    new Seen(600, 20, 80, 0, 3_000, 0, 900, 8, 0, 0, 40, Map.of())));

    @Test
    void theTableSetsTheClustersSideBySide() {
        List<String> lines = YearTable.of(RESULTS)
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .toList();

        assertThat(lines)
                .startsWith(
                        "2025 | A uncoordinated | B cluster-aware | C hotpatches",
                        "restarts of each pod | 12 12 12 | 12 12 12 | 4 4 4")
                .contains("failed requests | 700 | 0 | 0", "longest outage, ms | 34,500 | 1,200 | 900")
                .endsWith("client stood still, ms | 41 | 38 | 40");
    }

    @Test
    void theChartIsAnImageWithABarForEachFigure() throws Exception {
        byte[] image = YearChart.of(RESULTS).getBytes(StandardCharsets.UTF_8);

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(image));

        // the background, and six figures of three clusters
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 6 * 3);
        assertThat(svg.getDocumentElement().getTextContent()).contains("34.5  A uncoordinated", "8  C hotpatches");
    }
}
