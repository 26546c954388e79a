// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import dev.relib.NativeModule;
import dev.relib.module.ModuleKind;

/**
 * How a library becomes a module.
 */
enum Form {

	/** It is linked to a module of the kit. */
	KIT(ModuleKind.AUTO),
	/** It is linked to a library without the kit, which is loaded as a plain module. */
	PLAIN(ModuleKind.PLAIN),
	/** It is the plain module itself. */
	ITSELF(ModuleKind.PLAIN);

	private final ModuleKind kind;

	Form(ModuleKind kind) {
		this.kind = kind;
	}

	/** Returns what a module does with the library. */
	Cage cage(NativeModule module) {
		return (this == ITSELF) ? Itself.of(module) : module.exports(Cage.class);
	}

	ModuleKind kind() {
		return this.kind;
	}

}
