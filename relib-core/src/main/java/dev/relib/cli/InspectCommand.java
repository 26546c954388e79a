// SPDX-License-Identifier: Apache-2.0
package dev.relib.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.relib.Relib;
import dev.relib.failure.ModuleLoadException;
import dev.relib.image.format.FileFormat.Content;
import dev.relib.image.format.FileFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code relib inspect}, which prints the inspection of a library.
 */
@Command(name = "inspect", description = "Describes a library without loading it.",
		exitCodeListHeading = "Exit codes:%n",
		exitCodeList = { "0:the library was read", "1:it is no library or can not be read", "2:the command is wrong" })
final class InspectCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "LIBRARY", description = "The library's path.")
	private Path library = Path.of("");

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		try {
			InspectionText.lines(Relib.inspect(this.library)).forEach((line) -> out.println(Printable.of(line)));
			return ExitCode.OK;
		}
		catch (ModuleLoadException ex) {
			printFormat(out);
			this.spec.commandLine()
				.getErr()
				.println(Printable.of(this.library + ": " + ex.problem() + ". " + ex.fix()));
			return ExitCode.SOFTWARE;
		}
		finally {
			out.flush();
		}
	}

	/** Prints the format of a file that is no library for this machine. */
	private void printFormat(PrintWriter out) {
		try {
			FileFormat format = FileFormat.of(this.library);
			if (format.content() != Content.LIBRARY) {
				out.println(Printable.of(this.library + ": " + format.description()));
			}
		}
		catch (IOException ex) {
			out.println(Printable.of(this.library + ": no file that can be read"));
		}
	}

}
