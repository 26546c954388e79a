// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import dev.relib.module.LinkerOption;
import dev.relib.test.FacadesOf;

@FacadesOf("proxy")
class JniProxyCriticalTests extends AbstractCriticalTests {

	JniProxyCriticalTests() {
		super(LinkerOption.JNI);
	}

}
