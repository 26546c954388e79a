// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Marks with a fence of the processor in each call.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "a call runs on a generation that is found idle")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the drain waits for the call")
@Outcome(id = "2, [01]", expect = Expect.ACCEPTABLE, desc = "the call moves to the next generation")
@State
public class VolatileMark {

	static {
		Drained.decide(null);
	}

	private final Drained drained = new Drained();

	/**
	 * Enters a call.
	 * @param result the generation that the call runs on
	 */
	@Actor
	public void caller(II_Result result) {
		result.r1 = this.drained.enter();
	}

	/**
	 * Replaces the generation.
	 * @param result how many calls are seen that may run on the old one
	 */
	@Actor
	public void drain(II_Result result) {
		result.r2 = this.drained.drain();
	}

}
