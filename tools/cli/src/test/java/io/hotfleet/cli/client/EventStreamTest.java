package io.hotfleet.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    @Test
    void hearsTheDataOfEachEvent() throws IOException {
        String stream = ": comment\n\nevent: progress\nid: 1\ndata: {\"a\":1}\n\ndata: one\ndata: two\n\n";

        List<String> heard = new ArrayList<>();
        EventStream.read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), heard::add);

        assertThat(heard).containsExactly("{\"a\":1}", "one\ntwo");
    }
}
