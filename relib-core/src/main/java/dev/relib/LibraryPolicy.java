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
	 * Starts with the default.
	 * @return a builder
	 */
	public static Builder builder() {
		return DEFAULT.toBuilder();
	}

	/**
	 * Starts with this policy.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Builds a policy. Not to be shared between threads.
	 */
	public static final class Builder {

		private List<Path> allowedDirectories;

		private boolean allowWritable;

		private boolean trustedPlace;

		private List<TrustedKey> keys;

		private @Nullable String sha256;

		private @Nullable Path signature;

		private Builder(LibraryPolicy policy) {
			this.allowedDirectories = policy.allowedDirectories;
			this.allowWritable = policy.allowWritable;
			this.trustedPlace = policy.trustedPlace;
			this.keys = policy.keys;
			this.sha256 = policy.sha256;
			this.signature = policy.signature;
		}

		/**
		 * Sets where libraries may be.
		 * @param directories directories, none for anywhere
		 * @return this
		 */
		public Builder allowedDirectories(List<Path> directories) {
			this.allowedDirectories = directories;
			return this;
		}

		/**
		 * Sets whether others may be able to change libraries.
		 * @param allowWritable {@code true} to ask neither for permissions nor for owners
		 * @return this
		 */
		public Builder allowWritable(boolean allowWritable) {
			this.allowWritable = allowWritable;
			return this;
		}

		/**
		 * Sets whether the library's place vouches for it, as the class path does.
		 * Checksum and signature are asked for all the same.
		 * @param trustedPlace {@code true} to ask neither where it is nor who can change
		 * it
		 * @return this
		 */
		public Builder trustedPlace(boolean trustedPlace) {
			this.trustedPlace = trustedPlace;
			return this;
		}

		/**
		 * Sets who signs libraries.
		 * @param keys keys of which one must fit, none to ask for no signature
		 * @return this
		 */
		public Builder keys(List<TrustedKey> keys) {
			this.keys = keys;
			return this;
		}

		/**
		 * Sets which library it must be.
		 * @param sha256 its SHA-256 in hexadecimal, {@code null} for any
		 * @return this
		 */
		public Builder sha256(@Nullable String sha256) {
			this.sha256 = sha256;
			return this;
		}

		/**
		 * Sets where the library's signature is.
		 * @param signature a file, {@code null} for the one beside the library
		 * @return this
		 */
		public Builder signature(@Nullable Path signature) {
			this.signature = signature;
			return this;
		}

		/**
		 * Builds the policy.
		 * @return the policy
		 */
		public LibraryPolicy build() {
			return new LibraryPolicy(this.allowedDirectories, this.allowWritable, this.trustedPlace, this.keys,
					this.sha256, this.signature);
		}

	}

}
