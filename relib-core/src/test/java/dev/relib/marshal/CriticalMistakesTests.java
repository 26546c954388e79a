// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.RelibCritical;
import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.InvalidContractException;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Interfaces that no processor has seen are checked as well.
 */
@OnOneJdk
class CriticalMistakesTests {

	@Test
	void refusesWhatCriticalFunctionsCanNotDo() {
		refused(() -> ContractInterface.of(Texts.class),
				"Texts.first uses @RelibCritical, which can not take text: str: use");
		refused(() -> ContractInterface.of(Failing.class),
				"Failing.next uses @RelibCritical, which is for exports; take the annotation out");
		refused(() -> ContractInterface.ofPlain(Plain.class),
				"Plain.abs uses @RelibCritical, which plain libraries do not have, as nothing tells what their functions "
						+ "call; take the annotation out");
	}

	private static void refused(Runnable read, String problem) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(read::run).withMessageContaining(problem);
	}

	@RelibExports
	interface Texts {

		@RelibCritical
		int first(String text);

	}

	@RelibImports
	interface Failing {

		@RelibCritical
		int next();

	}

	@RelibExports(plain = true)
	interface Plain {

		@RelibCritical
		int abs(int number);

	}

}
