// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What of Java hangs on signals: of null pointers, ends of stacks, divisions by zero and
 * ends of children. On a thread that was there before all libraries.
 */
final class JavaStillWorks {

	private final ExecutorService old = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	});

	private int sum;

	JavaStillWorks() throws Exception {
		this.old.submit(() -> {
			for (int i = 1; i < 30_000; i++) {
				this.sum += length(new int[1]) + divide(7, i);
			}
		}).get();
	}

	/** Returns "works", or what does not work. */
	String check() throws Exception {
		return this.old.submit(() -> {
			int status = new ProcessBuilder("sh", "-c", "exit 7").start().waitFor();
			return (status != 7) ? "waitFor returns " + status : pointers() + divisions() + stacks();
		}).get();
	}

	private String pointers() {
		try {
			return "no NullPointerException: " + length(null);
		}
		catch (NullPointerException ex) {
			return "works";
		}
	}

	private String divisions() {
		try {
			return ", no ArithmeticException: " + divide(1, 0);
		}
		catch (ArithmeticException ex) {
			return "";
		}
	}

	private String stacks() {
		try {
			return ", no StackOverflowError: " + deeper(0);
		}
		catch (StackOverflowError ex) {
			return "";
		}
	}

	private static int length(int[] numbers) {
		return numbers.length;
	}

	private static int divide(int number, int divisor) {
		return number / divisor;
	}

	private static int deeper(int depth) {
		return 1 + deeper(depth + 1);
	}

}
