// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

record Reason(String text) {
}
