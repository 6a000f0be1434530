package io.hotfleet.stack.command;

import io.hotfleet.stack.Failure;
import io.hotfleet.stack.console.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Puts the commands together and turns what goes wrong into one line.
public final class CommandLineFactory {

    private CommandLineFactory() {}

    public static CommandLine create() {
        return new CommandLine(new HotfleetCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
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
