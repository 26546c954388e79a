// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: each command measures in one JVM. The script {@code run} runs them on
 * each JDK and writes the tables of the README.
 */
@Command(name = "relib-benchmarks", mixinStandardHelpOptions = true, subcommands = { CallsCommand.class,
		ColdCommand.class, GrowthCommand.class, LoadsCommand.class, ReloadsCommand.class, ReportCommand.class })
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Runs a command.
	 * @param args its name and options
	 */
	public static void main(String[] args) {
		System.exit(new CommandLine(new Benchmarks()).execute(args));
	}

}
