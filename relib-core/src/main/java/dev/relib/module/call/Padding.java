// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

/**
 * Keeps the fields of a subclass two cache lines away from what lies before the object,
 * as processors fetch them in pairs. The JVM puts fields of a superclass first.
 */
@SuppressWarnings("unused")
abstract class Padding {

	private int p0;

	private long p1;

	private long p2;

	private long p3;

	private long p4;

	private long p5;

	private long p6;

	private long p7;

	private long p8;

	private long p9;

	private long p10;

	private long p11;

	private long p12;

	private long p13;

	private long p14;

	private long p15;

}
