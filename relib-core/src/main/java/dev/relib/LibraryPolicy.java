package dev.relib;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a library must satisfy before anything of it is believed or run.
 *
 * @param allowedDirectories directories that it must be in, or below, by its real path;
 * none if it may be anywhere
 * @param allowWritable whether others than the user of this process and root may be able
 * to change it
 * @param trustedPlace whether who can change it where it is may run code in this process
 * anyway, so that neither its directory nor permissions are asked for
 * @param keys keys of which one must have signed it; none if it needs no signature
 * @param sha256 the SHA-256 that it must have, in hexadecimal; {@code null} for any
 * @param signature the file that its signature is in, {@code null} for the library's own
 * path with {@value #SIGNATURE_EXTENSION} behind it
 */
public record LibraryPolicy(List<Path> allowedDirectories, boolean allowWritable, boolean trustedPlace,
		List<TrustedKey> keys, @Nullable String sha256, @Nullable Path signature) {

	/** What is put behind a library's path to name its signature. */
	public static final String SIGNATURE_EXTENSION = ".sig";

	/** Nobody else can change the library; that is all. */
	public static final LibraryPolicy DEFAULT = new LibraryPolicy(List.of(), false, false, List.of(), null, null);

	public LibraryPolicy {
		allowedDirectories = List.copyOf(allowedDirectories);
		keys = List.copyOf(keys);
	}

	/**
	 * Says where libraries may be.
	 * @param directories directories, none for anywhere
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withAllowedDirectories(List<Path> directories) {
		return new LibraryPolicy(directories, this.allowWritable, this.trustedPlace, this.keys, this.sha256,
				this.signature);
	}

	/**
	 * Says whether others may be able to change libraries.
	 * @param allowWritable {@code true} to ask neither for permissions nor for owners
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withAllowWritable(boolean allowWritable) {
		return new LibraryPolicy(this.allowedDirectories, allowWritable, this.trustedPlace, this.keys, this.sha256,
				this.signature);
	}

	/**
	 * Says whether the library's place vouches for it, as the class path does. Checksum
	 * and signature are asked for all the same.
	 * @param trustedPlace {@code true} to ask neither where it is nor who can change it
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withTrustedPlace(boolean trustedPlace) {
		return new LibraryPolicy(this.allowedDirectories, this.allowWritable, trustedPlace, this.keys, this.sha256,
				this.signature);
	}

	/**
	 * Says who signs libraries.
	 * @param keys keys of which one must fit, none to ask for no signature
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withKeys(List<TrustedKey> keys) {
		return new LibraryPolicy(this.allowedDirectories, this.allowWritable, this.trustedPlace, keys, this.sha256,
				this.signature);
	}

	/**
	 * Says which library it must be.
	 * @param sha256 its SHA-256 in hexadecimal, {@code null} for any
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withSha256(@Nullable String sha256) {
		return new LibraryPolicy(this.allowedDirectories, this.allowWritable, this.trustedPlace, this.keys, sha256,
				this.signature);
	}

	/**
	 * Says where the library's signature is.
	 * @param signature a file, {@code null} for the one beside the library
	 * @return a policy that differs in this
	 */
	public LibraryPolicy withSignature(@Nullable Path signature) {
		return new LibraryPolicy(this.allowedDirectories, this.allowWritable, this.trustedPlace, this.keys, this.sha256,
				signature);
	}

}
