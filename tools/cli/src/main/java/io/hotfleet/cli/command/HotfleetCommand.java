package io.hotfleet.cli.command;

import io.hotfleet.cli.bench.BenchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command without which none of the others is.
@Command(
        name = "hotfleet",
        mixinStandardHelpOptions = true,
        version = "Hotfleet 0.1.0",
        description = "Rehearses, rolls out and proves restart-free patching of server fleets with failover clusters.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Also, built when they are called first (each explains itself with --help):",
            "  images    Builds the container images.",
            "  scenario  Plays scenarios on a Kubernetes cluster.",
            "  test      Builds everything and runs every test; takes options of Maven.",
            "",
            "Exit codes: 0 done, 1 failed, 2 bad input or usage, 130 interrupted.",
            "Environment: JAVA_HOME, HOTFLEET_HOME (data, logs and state; default .hotfleet in the checkout),",
            "HOTFLEET_DATABASE_URL (postgresql://user:password@host:port/ in place of the embedded one),",
            "HOTFLEET_MAVEN_ARGS (options of the builds).",
            ""
        },
        subcommands = {
            RehearseCommand.class,
            CheckCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            BenchCommand.class,
            DevCommand.class,
            LearnCommand.class,
            SupervisorCommand.class
        })
final class HotfleetCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
