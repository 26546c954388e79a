package dev.relib.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reports what is wrong with one interface as errors of the compilation.
 */
final class Problems {

	private final Messager messager;

	private final TypeElement type;

	private boolean any;

	Problems(Messager messager, TypeElement type) {
		this.messager = messager;
		this.type = type;
	}

	boolean any() {
		return this.any;
	}

	/**
	 * What the interface is called.
	 */
	String typeName() {
		return this.type.getQualifiedName().toString();
	}

	void ofType(String problem) {
		report(this.type, typeName() + " " + problem);
	}

	/**
	 * Reports a problem of a method: where the method stands, or on the interface if it
	 * only inherits the method, which may be right in its own place.
	 * @param method the method
	 * @param problem how the sentence that starts with its name goes on
	 */
	void ofMethod(ExecutableElement method, String problem) {
		Element where = method.getEnclosingElement().equals(this.type) ? method : this.type;
		report(where, typeName() + "." + method.getSimpleName() + " " + problem);
	}

	private void report(Element where, String text) {
		this.any = true;
		this.messager.printMessage(Diagnostic.Kind.ERROR, text, where);
	}

}
