// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.util.concurrent.TimeUnit;

import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.peer.Peer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The work, to be done by one peer. Its methods are inherited, so that JMH has each of
 * them for each peer.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public abstract class PeerBenchmark {

	/** How many imports one call of {@link #imports()} makes. */
	private static final int IMPORTS = 100;

	/** How many blocks one call of {@link #allocation()} allocates. */
	private static final int ALLOCATIONS = 1000;

	private static final String TEXT_1K = "The quick brown fox jumps over the lazy dog; ".repeat(23).substring(0, 1024);

	private static final String TEXT_64K = TEXT_1K.repeat(64);

	private static final byte[] BYTES_1K = new byte[1024];

	private static final byte[] BYTES_64K = new byte[64 * 1024];

	private static final Order ORDER = Order.of(16);

	private int a = 20;

	private int b = 22;

	/** A constant of the subclass, so that the compiler knows its class. */
	abstract Peer peer();

	/** Adds two numbers, behind an outcome, without the kit. */
	@Benchmark
	public int rawAdd() {
		return peer().rawAdd(this.a, this.b);
	}

	/** Adds two numbers. */
	@Benchmark
	public int add() {
		return peer().add(this.a, this.b);
	}

	/** Passes six arguments of as many types. */
	@Benchmark
	public double mix() {
		return peer().mix(this.a, this.b, 1.5, 2.5f, (short) 3, (byte) 4);
	}

	/** Copies a text of 1 KiB. */
	@Benchmark
	public String text1k() {
		return peer().copyText(TEXT_1K);
	}

	/** Copies a text of 64 KiB. */
	@Benchmark
	public String text64k() {
		return peer().copyText(TEXT_64K);
	}

	/** Copies 1 KiB. */
	@Benchmark
	public byte[] bytes1k() {
		return peer().copyBytes(BYTES_1K);
	}

	/** Copies 64 KiB. */
	@Benchmark
	public byte[] bytes64k() {
		return peer().copyBytes(BYTES_64K);
	}

	/** Passes a record with a list of 16 records, and returns one. */
	@Benchmark
	public Order record() {
		return peer().price(ORDER);
	}

	/** Calls back, measured for each call from native code. */
	@Benchmark
	@OperationsPerInvocation(IMPORTS)
	public int imports() {
		return peer().callBack(IMPORTS);
	}

	/** Calls an export, that an import, and that an export. */
	@Benchmark
	public int nested() {
		return peer().nest(this.a);
	}

	/** Allocates and frees in native code, measured for each block. */
	@Benchmark
	@OperationsPerInvocation(ALLOCATIONS)
	public long allocation() {
		return peer().allocate(ALLOCATIONS);
	}

}
