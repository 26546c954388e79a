// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the module behind an injected {@link RelibExports} interface or module handle. On
 * an interface, it names the module behind every injection of that interface.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RelibModule {

	/**
	 * The name of a configured module ({@code greeter}), or the location of a library
	 * ({@code native/libgreeter.so}): a value with a slash or a colon is a location.
	 * @return the name or location
	 */
	String value();

}
