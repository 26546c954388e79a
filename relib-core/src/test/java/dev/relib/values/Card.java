// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

record Card(String name, Suit suit) {

}
