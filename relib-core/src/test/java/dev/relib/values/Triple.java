// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

record Triple(byte a, byte b, byte c) {

}
