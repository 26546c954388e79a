// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.util.function.Supplier;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.benchmarks.contract.Host;
import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.contract.Work;

/**
 * This project: an export object, which guards each call.
 */
public final class RelibPeer extends Peer {

	/** The system property that chooses between generated facades and proxies. */
	private static final String FACADES = "relib.facades";

	private final ModuleRegistry registry;

	private Work work;

	/**
	 * Loads the module.
	 */
	public RelibPeer() {
		this.registry = ModuleRegistry.builder().imports(host(() -> this.work)).build();
		this.work = this.registry.add(new ModuleDefinition("work", Libraries.module())).exports(Work.class);
	}

	/**
	 * What the module imports.
	 * @param work what {@link Host#again} calls
	 * @return an implementation
	 */
	public static ImportBinding host(Supplier<Work> work) {
		return ImportBinding.of(Host.class, new Host() {

			@Override
			public int next(int value) {
				return value + 1;
			}

			@Override
			public int again(int value) {
				return work.get().add(value, 1);
			}

		});
	}

	/**
	 * Loads the module, and calls it through a JDK proxy.
	 * @return the peer
	 */
	public static RelibPeer throughProxy() {
		String before = System.getProperty(FACADES);
		System.setProperty(FACADES, "proxy");
		try {
			return new RelibPeer();
		}
		finally {
			if (before != null) {
				System.setProperty(FACADES, before);
			}
			else {
				System.clearProperty(FACADES);
			}
		}
	}

	@Override
	public int add(int a, int b) {
		return this.work.add(a, b);
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		return this.work.mix(a, b, c, d, e, f);
	}

	@Override
	public String copyText(String text) {
		return this.work.copyText(text);
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		return this.work.copyBytes(bytes);
	}

	@Override
	public Order price(Order order) {
		return this.work.price(order);
	}

	@Override
	public int callBack(int times) {
		return this.work.callBack(times);
	}

	@Override
	public int nest(int value) {
		return this.work.nest(value);
	}

	@Override
	public long allocate(int times) {
		return this.work.allocate(times);
	}

	@Override
	public void leak(int blocks) {
		this.work.leak(blocks);
	}

}
