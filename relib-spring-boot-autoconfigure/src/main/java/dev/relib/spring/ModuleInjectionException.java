// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.RelibException;
import org.springframework.beans.FatalBeanException;

/**
 * Thrown when the module of an injection point can not be provided; the cause says why. A
 * {@link FatalBeanException}, so that Spring adds the injection point.
 */
public final class ModuleInjectionException extends FatalBeanException {

	@Serial
	private static final long serialVersionUID = 1L;

	ModuleInjectionException(RelibException cause) {
		super(String.valueOf(cause.getMessage()), cause);
	}

}
