package io.hotfleet.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.supervisor.StackStatus;
import io.hotfleet.cli.supervisor.SupervisorClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows what runs.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows each member's address, process, health and memory.",
        footer = {"", "Exit code 0 if every member is ready, else 1."})
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<StackStatus> status = SupervisorClient.find(Home.current()).flatMap(SupervisorClient::status);
        if (status.isEmpty()) {
            Messages.print("nothing runs");
            return 1;
        }
        if (json) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            System.out.println(mapper.writeValueAsString(status.get()));
        } else {
            print(status.get());
        }
        return status.get().healthy() ? 0 : 1;
    }

    private static void print(StackStatus status) {
        System.out.printf("%-18s %-10s %-24s %8s %12s %s%n", "member", "state", "address", "process", "memory", "log");
        for (StackStatus.Member member : status.members()) {
            System.out.printf(
                    "%-18s %-10s %-24s %8d %8d MiB %s%n",
                    member.name(), member.state(), member.address(), member.pid(), member.residentMiB(), member.log());
        }
        System.out.printf(
                "supervisor             process %d, %s%n",
                status.supervisorPid(),
                status.stays() ? "stays until ./hotfleet down" : "ends with the command that uses it");
    }
}
