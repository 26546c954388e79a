// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

/**
 * The JDK's foreign functions, written by hand; compiled for JDK 22 and later.
 */
public final class FfmPeer {

	private FfmPeer() {
	}

	/**
	 * Finds the peer.
	 * @return the peer; one that can do nothing on an older JDK
	 */
	public static Peer find() {
		if (Runtime.version().feature() < 22) {
			return new Peer() {
			};
		}
		try {
			return (Peer) Class.forName(FfmPeer.class.getPackageName() + ".ffm.ForeignPeer")
				.getDeclaredConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("built without a JDK 22 or later", ex);
		}
	}

}
