// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

record Failure(String message, Level level, List<Part> parts, int[] codes) {

}
