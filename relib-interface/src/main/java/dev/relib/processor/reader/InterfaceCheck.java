// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

import dev.relib.RelibExports;
import dev.relib.RelibImports;

/**
 * Checks that a type can be a contract at all, before its methods are read.
 */
final class InterfaceCheck {

	private final Types types;

	private final Problems problems;

	InterfaceCheck(Types types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(TypeElement type) {
		if (type.getKind() != ElementKind.INTERFACE) {
			this.problems.ofType("must be an interface to be a contract");
		}
		else if (type.getAnnotation(RelibExports.class) != null && type.getAnnotation(RelibImports.class) != null) {
			this.problems.ofType("must have either @RelibExports or @RelibImports, not both");
		}
		else if (!type.getTypeParameters().isEmpty()) {
			this.problems.ofType("must not have type parameters to be a contract");
		}
		checkParents(type);
	}

	private void checkParents(TypeElement type) {
		for (TypeMirror parent : type.getInterfaces()) {
			if (parent.getKind() == TypeKind.ERROR) {
				this.problems.ofType("inherits from " + parent
						+ ", which the compiler cannot find; import it or add it to the " + "class path");
			}
			else {
				checkParents((TypeElement) this.types.asElement(parent));
			}
		}
	}

}
