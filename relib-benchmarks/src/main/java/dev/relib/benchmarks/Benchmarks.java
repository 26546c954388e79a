// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: {@code calls} in one JVM, {@code growth}, and {@code report} of what
 * several JVMs have measured.
 */
@Command(name = "relib-benchmarks", mixinStandardHelpOptions = true,
		subcommands = { CallsCommand.class, GrowthCommand.class })
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
