// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import dev.relib.module.LinkerOption;
import dev.relib.test.FacadesOf;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@FacadesOf("proxy")
@EnabledForJreRange(min = JRE.JAVA_22)
class FfmProxyCriticalTests extends AbstractCriticalTests {

	FfmProxyCriticalTests() {
		super(LinkerOption.FFM);
	}

}
