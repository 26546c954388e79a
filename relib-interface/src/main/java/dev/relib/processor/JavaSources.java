// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;
import java.io.Writer;

import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

import dev.relib.contract.Direction;
import dev.relib.facade.RelibGenerated;
import dev.relib.processor.facade.ExportFacade;
import dev.relib.processor.facade.ImportDispatcher;
import dev.relib.processor.facade.JavaSource;
import dev.relib.processor.reader.CompiledInterface;
import dev.relib.processor.reader.JavaInterfaceReader;
import dev.relib.processor.reader.Problems;

/**
 * Writes the Java side of interfaces. Interfaces without one work as well, only slower:
 * the host makes a proxy.
 */
final class JavaSources {

	/** The option of the compiler: {@code -Arelib.facades=false} for none. */
	static final String OPTION = "relib.facades";

	private final ProcessingEnvironment environment;

	JavaSources(ProcessingEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Writes the class of an interface, if there can be one.
	 * @param type the interface
	 * @param read the interface as a trait, without problems
	 * @param problems receives what goes wrong
	 */
	void write(TypeElement type, CompiledInterface read, Problems problems) {
		if ("false".equals(this.environment.getOptions().get(OPTION)) || !isSupported()) {
			return;
		}
		boolean exports = read.documented().trait().direction() == Direction.EXPORTS;
		new JavaInterfaceReader(this.environment, type)
			.read(read, exports ? ExportFacade.RESERVED : ImportDispatcher.RESERVED)
			.map((source) -> exports ? new ExportFacade(source) : new ImportDispatcher(source))
			.ifPresent((source) -> write(source, type, problems));
	}

	/** The classes that are compiled with may be those of an earlier version. */
	private boolean isSupported() {
		return this.environment.getElementUtils().getTypeElement(RelibGenerated.class.getName()) != null;
	}

	private void write(JavaSource source, TypeElement type, Problems problems) {
		String name = source.name();
		try (Writer out = this.environment.getFiler().createSourceFile(name, type).openWriter()) {
			out.write(source.text());
		}
		catch (FilerException ex) {
			problems
				.ofType("would overwrite the class " + name + "; rename one, or compile with -A" + OPTION + "=false");
		}
		catch (IOException ex) {
			problems.ofType("has a class that could not be written to " + name + "; check the output folder: " + ex);
		}
	}

}
