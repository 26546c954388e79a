// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryChoiceTests {

	private final RawMemory always = Providers.memory();

	@Test
	@EnabledForJreRange(min = JRE.JAVA_22)
	void isSegmentsOnANewerJdk() {
		assertThat(this.always.getClass().getSimpleName()).isEqualTo("SegmentMemory");
		assertThat(LentMemory.notes()).isEmpty();
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_21)
	void isUnsafeOnAnOlderJdk() {
		assertThat(this.always).isInstanceOf(UnsafeMemory.class);
		assertThat(LentMemory.notes()).isEmpty();
	}

	@Test
	void goesOnWithoutSegmentsAndSaysWhy() {
		MemoryChoice choice = MemoryChoice.of(22, "dev.relib.os.NoSuchMemory", () -> this.always);
		assertThat(choice.memory()).isInstanceOf(UnsafeMemory.class);
		assertThat(choice.notes()).singleElement().asString().contains("segments").contains("NoSuchMemory");
	}

	@Test
	void leavesUnsafeAloneWhereTheJdkWarnsOfIt() {
		MemoryChoice choice = MemoryChoice.of(24, "dev.relib.os.NoSuchMemory", () -> this.always);
		assertThat(choice.memory()).isSameAs(this.always);
	}

}
