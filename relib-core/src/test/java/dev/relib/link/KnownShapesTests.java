// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownShapesTests {

	private final List<FunctionShape> made = new ArrayList<>();

	private final KnownShapes shapes = new KnownShapes(this::make);

	private MethodHandle make(FunctionShape shape) {
		this.made.add(shape);
		return MethodHandles.empty(shape.callType());
	}

	@Test
	void makesEachShapeOnce() {
		FunctionShape one = FunctionShape.ofWords(1);
		FunctionShape two = FunctionShape.ofWords(2);
		assertThat(this.shapes.downcall(one)).isSameAs(this.shapes.downcall(FunctionShape.ofWords(1)))
			.isNotSameAs(this.shapes.downcall(two));
		assertThat(this.shapes.handle(one)).isSameAs(this.shapes.handle(one)).isNotSameAs(this.shapes.handle(two));
		assertThat(this.made).containsExactly(one, two);
		assertThat(this.shapes.downcall(two).call(0, new Object[] { 1L, 2L })).isEqualTo(0L);
	}

}
