package dev.relib.contract;

import java.util.List;

/**
 * What a contract asks about a checked exception that a method declares, be it loaded or
 * being compiled.
 */
public interface JavaException {

	/**
	 * The exception's canonical name.
	 * @return for example {@code java.io.IOException}
	 */
	String name();

	/**
	 * Whether no instance of exactly this class can be made.
	 * @return {@code true} for an abstract class
	 */
	boolean isAbstract();

	/**
	 * The records that it can be made of.
	 * @return the parameter of each public constructor that takes a record alone
	 */
	List<JavaType> records();

}
