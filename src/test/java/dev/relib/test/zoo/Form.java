// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import dev.relib.module.ModuleKind;

/**
 * How a library becomes a module.
 */
enum Form {

	/** It is linked to a module of the kit. */
	KIT(ModuleKind.AUTO),
	/** It is linked to a library without the kit, which is loaded as a plain module. */
	PLAIN(ModuleKind.PLAIN);

	private final ModuleKind kind;

	Form(ModuleKind kind) {
		this.kind = kind;
	}

	ModuleKind kind() {
		return this.kind;
	}

}
