package io.hotfleet.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/// For machines: one document at the end.
final class KernelJson implements KernelOutput {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode all = JSON.createObjectNode();
    private final ArrayNode rows = JSON.createArrayNode();

    @Override
    public void begin(long seed, Yardsticks yardsticks, PrintStream out) {
        all.put("seed", seed);
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.set("yardsticks", JSON.valueToTree(yardsticks));
        all.set("sizes", rows);
    }

    @Override
    public void row(Measured measured, PrintStream out) {
        ObjectNode row = JSON.valueToTree(measured);
        row.put("eventsPerSecond", measured.eventsPerSecond());
        row.put("eventsPerCoreSecond", measured.eventsPerCoreSecond());
        row.put("eventsPerSecondTogether", measured.eventsPerSecondTogether());
        row.put("bytesPerMachine", measured.bytesPerMachine());
        rows.add(row);
    }

    @Override
    public void end(PrintStream out) {
        out.println(all.toPrettyString());
    }
}
