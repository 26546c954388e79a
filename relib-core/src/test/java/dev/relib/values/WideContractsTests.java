// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.math.BigInteger;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.RelibUnsigned;
import dev.relib.contract.ContractInterface;
import dev.relib.failure.InvalidContractException;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where an integer of 128 bits may stand.
 */
@OnOneJdk
class WideContractsTests {

	@Test
	void areTwoTypesOfOneJavaType() {
		assertThat(ContractInterface.of(Good.class).trait().functions().get(0).text())
			.isEqualTo("add(a: i128, b: u128) -> u128");
	}

	@ParameterizedTest
	@ValueSource(classes = { Taken.class, Returned.class, InARecord.class, Misplaced.class })
	void refuses(Class<?> type) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(type))
			.withMessageContaining(type.getSimpleName())
			.withMessageContaining("BigInteger");
	}

	@RelibExports
	interface Good {

		@RelibUnsigned
		BigInteger add(BigInteger a, @RelibUnsigned BigInteger b);

	}

	@RelibImports
	interface Taken {

		void take(BigInteger number);

	}

	@RelibImports
	interface Returned {

		@RelibUnsigned
		BigInteger give();

	}

	@RelibExports
	interface InARecord {

		void take(Holder holder);

		record Holder(BigInteger number) {

		}

	}

	@RelibExports
	interface Misplaced {

		void take(@RelibUnsigned int number);

	}

}
