// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import dev.relib.module.LinkerOption;
import dev.relib.test.FacadesOf;

@FacadesOf("generated")
class JniGeneratedCriticalTests extends AbstractCriticalTests {

	JniGeneratedCriticalTests() {
		super(LinkerOption.JNI);
	}

}
