// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.util.List;

record Outer(List<Deep> deeps, short i16, Deep inner, byte last) {

}
