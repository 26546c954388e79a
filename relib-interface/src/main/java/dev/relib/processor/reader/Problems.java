// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reports the problems of one interface as errors of the compilation.
 */
public final class Problems {

	private final Messager messager;

	private final TypeElement type;

	private boolean any;

	/**
	 * Creates a report without problems.
	 * @param messager the compiler's messages
	 * @param type the interface
	 */
	public Problems(Messager messager, TypeElement type) {
		this.messager = messager;
		this.type = type;
	}

	/**
	 * Tells whether a problem was reported.
	 * @return {@code true} after the first problem
	 */
	public boolean any() {
		return this.any;
	}

	/**
	 * Returns the name of the interface, with which every message begins.
	 * @return the qualified name
	 */
	public String typeName() {
		return this.type.getQualifiedName().toString();
	}

	/**
	 * Reports a problem of the interface.
	 * @param problem the rest of a sentence that starts with the interface
	 */
	public void ofType(String problem) {
		report(this.type, typeName() + " " + problem);
	}

	/**
	 * Reports a problem of a method. The error points to the method if the interface
	 * declares it, and to the interface if it inherits the method, which may be correct
	 * where it is declared.
	 * @param method the method
	 * @param problem the rest of a sentence that starts with the method
	 */
	public void ofMethod(ExecutableElement method, String problem) {
		Element where = method.getEnclosingElement().equals(this.type) ? method : this.type;
		report(where, typeName() + "." + method.getSimpleName() + " " + problem);
	}

	private void report(Element where, String text) {
		this.any = true;
		this.messager.printMessage(Diagnostic.Kind.ERROR, text, where);
	}

}
