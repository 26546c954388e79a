// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

record OutOfPaper(int sheets, String tray) {

}
