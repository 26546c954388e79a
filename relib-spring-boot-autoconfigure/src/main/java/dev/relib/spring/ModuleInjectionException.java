package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.RelibException;
import org.springframework.beans.FatalBeanException;

/**
 * What an injection point asks for can not be had. Lets Spring tell which injection point
 * it is; the cause tells why.
 */
public final class ModuleInjectionException extends FatalBeanException {

	@Serial
	private static final long serialVersionUID = 1L;

	ModuleInjectionException(RelibException cause) {
		super(String.valueOf(cause.getMessage()), cause);
	}

}
