// SPDX-License-Identifier: Apache-2.0
/**
 * Random access to untrusted files.
 */
@NullMarked
package dev.relib.image.file;

import org.jspecify.annotations.NullMarked;
