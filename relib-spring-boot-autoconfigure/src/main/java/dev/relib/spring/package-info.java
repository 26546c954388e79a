/**
 * Native modules in a bean factory: as beans, at injection points, and calling beans.
 */
@NullMarked
package dev.relib.spring;

import org.jspecify.annotations.NullMarked;
