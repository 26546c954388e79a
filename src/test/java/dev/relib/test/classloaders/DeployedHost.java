// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import java.util.List;

import dev.relib.RelibImports;

/**
 * Imports with a record, a list and an enum, whose codecs know classes of the
 * application.
 */
@RelibImports
public interface DeployedHost {

	DeployedPoint move(DeployedPoint point);

	int count(List<DeployedPoint> points, DeployedMood mood);

	/**
	 * A record.
	 *
	 * @param x a coordinate
	 * @param y another one
	 */
	record DeployedPoint(int x, int y) {
	}

	/**
	 * An enum.
	 */
	enum DeployedMood {

		GOOD, BAD

	}

}
