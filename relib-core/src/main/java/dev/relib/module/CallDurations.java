// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;

/**
 * How long calls of an export have taken, from the first argument that crosses until the
 * result is there.
 *
 * @param timed how many calls were timed, at least 1
 * @param total how long these have taken together
 * @param longest how long the longest of them has taken
 */
public record CallDurations(long timed, Duration total, Duration longest) {

}
