// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.smallstack;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;

/**
 * Asks a module whose threads have little stack.
 */
final class Questions {

	private Questions() {
	}

	public static void main(String[] args) {
		Answers answers = (question) -> Integer.parseInt(String.format("%d", question)) + 1;
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Answers.class, answers))
			.build()) {
			SmallStack module = registry.add(new ModuleDefinition("asking", Path.of(args[0])))
				.exports(SmallStack.class);
			for (int size : new int[] { 1024, 128, 64, 32, 16 }) {
				System.out.println(module.ofSize(size));
			}
			System.out.println(module.ofOwn(63) + " " + module.byDefault(31));
		}
		System.out.println("end");
	}

}
