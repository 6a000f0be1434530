package io.hotfleet.cli.command;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Puts the commands together and turns what goes wrong into one line.
public final class CommandLineFactory {

    private CommandLineFactory() {}

    /// @param further commands of other modules
    public static CommandLine create(Object... further) {
        CommandLine line = new CommandLine(new HotfleetCommand());
        for (Object command : further) {
            line.addSubcommand(command);
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(CommandLineFactory::failed)
                .setParameterExceptionHandler(CommandLineFactory::misused);
    }

    private static int failed(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof Failure failure) {
            Messages.print(failure.getMessage());
            return failure.exitCode();
        }
        throw problem;
    }

    private static int misused(ParameterException problem, String[] args) {
        Messages.print("%s (see ./%s --help)"
                .formatted(
                        problem.getMessage().lines().findFirst().orElse("bad usage"),
                        problem.getCommandLine().getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }
}
