package io.hotfleet.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.rest.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeNamesTest {
    @ParameterizedTest
    @CsvSource({
        "web-[001-120], 120, 0, web-001",
        "web-[001-120], 120, 119, web-120",
        "web-[8-11].lab, 4, 2, web-10.lab",
        "dc-1, 1, 0, dc-1"
    })
    void aRangeStandsForItsNames(String spelling, int size, int index, String name) {
        NodeNames names = NodeNames.of(spelling, "names");

        assertThat(names.size()).isEqualTo(size);
        assertThat(names.name(index)).isEqualTo(name);
        assertThat(names.indexOf(name)).isEqualTo(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-1", "web-0001", "web-121", "web-00a", "db-001", "web-001x", "web-"})
    void otherNamesAreNotAmongThem(String name) {
        assertThat(NodeNames.of("web-[001-120]", "names").indexOf(name)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web-[9-1]", "web-[01-100]", "[", "we b", "web-[1-2][3-4]", "-[1-2]"})
    void whatIsNoNameIsRefused(String spelling) {
        assertThatThrownBy(() -> NodeNames.of(spelling, "nodes/0/names"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("/nodes/0/names: ");
    }

    @Test
    void rangesThatMeetAreNoticed() {
        NodeNames tens = NodeNames.of("web-1[0-5]", "names");

        assertThat(tens.overlaps(NodeNames.of("web-[1-20]", "names"))).isTrue();
        assertThat(tens.overlaps(NodeNames.of("web-[16-20]", "names"))).isFalse();
        assertThat(tens.overlaps(NodeNames.of("db-[1-20]", "names"))).isFalse();
    }
}
