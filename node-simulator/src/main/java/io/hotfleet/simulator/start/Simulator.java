package io.hotfleet.simulator.start;

import io.hotfleet.clusternode.pod.NodeMain;
import io.hotfleet.clusternode.workload.LoadMain;
import io.hotfleet.postgres.ClockProducer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// One program with several jobs, told apart by the first argument: none for the service.
@QuarkusMain
public final class Simulator {
    private Simulator() {}

    public static void main(String... args) throws InterruptedException {
        String job = args.length == 0 ? "" : args[0];
        switch (job) {
            case "host" -> NodeMain.run(ClockProducer.wall());
            case "load" -> LoadMain.run();
            default -> Quarkus.run(args);
        }
    }
}
