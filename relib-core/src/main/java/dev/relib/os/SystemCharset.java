// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.charset.Charset;

/**
 * The encoding that Java itself uses for names that it passes to the system.
 */
final class SystemCharset {

	static final Charset NAMES = Charset.forName(System.getProperty("sun.jnu.encoding"));

	private SystemCharset() {
	}

}
