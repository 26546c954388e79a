// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chooses the facades of a test class: {@code generated} or {@code proxy}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FacadesOf.Choice.class)
public @interface FacadesOf {

	String value();

	/** Sets the system property for the time of the class. */
	final class Choice implements BeforeAllCallback, AfterAllCallback {

		private static final String PROPERTY = "relib.facades";

		@Override
		public void beforeAll(ExtensionContext context) {
			System.setProperty(PROPERTY, context.getRequiredTestClass().getAnnotation(FacadesOf.class).value());
		}

		@Override
		public void afterAll(ExtensionContext context) {
			System.clearProperty(PROPERTY);
		}

	}

}
