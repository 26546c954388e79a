// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_22)
class FfmLinkerTests extends LinkerContractTests {

	FfmLinkerTests() throws ReflectiveOperationException {
		super((Linker) Class.forName("dev.relib.link.ffm.FfmLinker").getConstructor().newInstance());
	}

}
