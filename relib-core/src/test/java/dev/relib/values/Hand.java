// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.util.List;

record Hand(List<Card> cards) {

}
