// SPDX-License-Identifier: Apache-2.0
package dev.relib.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/**
 * The command {@code relib}, which has the subcommands {@code inspect} and {@code help}.
 */
@Command(name = "relib", description = "Inspects native modules.",
		subcommands = { InspectCommand.class, HelpCommand.class }, mixinStandardHelpOptions = false)
public final class RelibCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	/**
	 * Runs a command and ends the process with its exit code.
	 * @param arguments the arguments of the command line
	 */
	public static void main(String[] arguments) {
		System.exit(new CommandLine(new RelibCommand()).execute(arguments));
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "Missing a command");
	}

}
