// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The conditions that a library must satisfy before relib reads or loads it. They are
 * checked at each load, on the file at the module's path and on the private copy that is
 * loaded. Immutable.
 *
 * @param allowedDirectories the directories that must contain the library, directly or
 * below, by its real path; empty to allow all
 * @param allowWritable {@code true} to accept a library that users other than the
 * process's own and root can change
 * @param trustedLocation {@code true} if everybody who can change the library's directory
 * can run code in this process anyway, as with the class path: neither location nor
 * permissions are checked
 * @param keys the public keys of which one must have signed the library; empty to accept
 * an unsigned one
 * @param sha256 the expected SHA-256 in hexadecimal; {@code null} to accept any
 * @param signature the file with the library's signature; {@code null} for the library's
 * path followed by {@value #SIGNATURE_EXTENSION}
 */
public record LibraryPolicy(List<Path> allowedDirectories, boolean allowWritable, boolean trustedLocation,
		List<TrustedKey> keys, @Nullable String sha256, @Nullable Path signature) {

	/** The extension that a signature file appends to its library's path. */
	public static final String SIGNATURE_EXTENSION = ".sig";

	/** Accepts unsigned libraries in any directory, if no other user can change them. */
	public static final LibraryPolicy DEFAULT = new LibraryPolicy(List.of(), false, false, List.of(), null, null);

	public LibraryPolicy {
		allowedDirectories = List.copyOf(allowedDirectories);
		keys = List.copyOf(keys);
	}

	/**
	 * Creates a builder with the values of {@link #DEFAULT}.
	 * @return a new builder
	 */
	public static Builder builder() {
		return DEFAULT.toBuilder();
	}

	/**
	 * Creates a builder with the values of this policy.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Builds a {@link LibraryPolicy}. Not thread-safe.
	 */
	public static final class Builder {

		private List<Path> allowedDirectories;

		private boolean allowWritable;

		private boolean trustedLocation;

		private List<TrustedKey> keys;

		private @Nullable String sha256;

		private @Nullable Path signature;

		private Builder(LibraryPolicy policy) {
			this.allowedDirectories = policy.allowedDirectories;
			this.allowWritable = policy.allowWritable;
			this.trustedLocation = policy.trustedLocation;
			this.keys = policy.keys;
			this.sha256 = policy.sha256;
			this.signature = policy.signature;
		}

		/**
		 * Sets the directories that libraries may be in.
		 * @param directories existing or future directories; empty to allow all
		 * @return this builder
		 */
		public Builder allowedDirectories(List<Path> directories) {
			this.allowedDirectories = directories;
			return this;
		}

		/**
		 * Sets whether libraries that other users can change are accepted.
		 * @param allowWritable {@code true} to skip the check of owners and permissions
		 * @return this builder
		 */
		public Builder allowWritable(boolean allowWritable) {
			this.allowWritable = allowWritable;
			return this;
		}

		/**
		 * Sets whether the library's location is trusted, as the class path is. Checksum
		 * and signature are checked nevertheless.
		 * @param trustedLocation {@code true} to skip the checks of location, owners and
		 * permissions
		 * @return this builder
		 */
		public Builder trustedLocation(boolean trustedLocation) {
			this.trustedLocation = trustedLocation;
			return this;
		}

		/**
		 * Sets the keys whose signatures are accepted.
		 * @param keys the keys, of which one must match; empty to accept unsigned
		 * libraries
		 * @return this builder
		 */
		public Builder keys(List<TrustedKey> keys) {
			this.keys = keys;
			return this;
		}

		/**
		 * Sets the library's expected checksum.
		 * @param sha256 the SHA-256 in hexadecimal; {@code null} to accept any
		 * @return this builder
		 */
		public Builder sha256(@Nullable String sha256) {
			this.sha256 = sha256;
			return this;
		}

		/**
		 * Sets the file with the library's signature.
		 * @param signature a file; {@code null} for the one beside the library
		 * @return this builder
		 */
		public Builder signature(@Nullable Path signature) {
			this.signature = signature;
			return this;
		}

		/**
		 * Builds the policy.
		 * @return a policy with the values that are set now
		 */
		public LibraryPolicy build() {
			return new LibraryPolicy(this.allowedDirectories, this.allowWritable, this.trustedLocation, this.keys,
					this.sha256, this.signature);
		}

	}

}
