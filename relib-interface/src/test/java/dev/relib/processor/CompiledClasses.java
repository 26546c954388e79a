// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;

import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

import com.google.testing.compile.Compilation;

/**
 * Loads the classes of a compilation.
 */
public final class CompiledClasses extends ClassLoader {

	private final Compilation compilation;

	CompiledClasses(Compilation compilation) {
		super(CompiledClasses.class.getClassLoader());
		this.compilation = compilation;
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		JavaFileObject file = this.compilation
			.generatedFile(StandardLocation.CLASS_OUTPUT, name.replace('.', '/') + ".class")
			.orElseThrow(() -> new ClassNotFoundException(name));
		try {
			byte[] bytes = file.openInputStream().readAllBytes();
			return defineClass(name, bytes, 0, bytes.length);
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
	}

}
