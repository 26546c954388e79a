// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.module.LoadOptions;
import dev.relib.spring.EmptyPolicyException;
import dev.relib.spring.TrustedKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Properties of the policy that every library has to satisfy before it is loaded.
 */
public class PolicyProperties {

	/**
	 * Directories that libraries must be in or below, after symbolic links are resolved.
	 * Relative directories are resolved against the working directory. Libraries on the
	 * class path are exempt. By default, libraries may be anywhere. An empty value is an
	 * error.
	 */
	private @Nullable List<String> allowedDirectories;

	/**
	 * Whether to load libraries that users other than root and the user of this process
	 * can change: because the library or a directory above it belongs to another user or
	 * is writable by others, or because the library is neither a file nor on the class
	 * path.
	 */
	private boolean allowWritable;

	/**
	 * Locations of Ed25519 public keys, in PEM or DER format. If any are configured, each
	 * library must be signed with the private key of one of them. An empty value is an
	 * error.
	 */
	private @Nullable List<String> publicKeys;

	public @Nullable List<String> getAllowedDirectories() {
		return this.allowedDirectories;
	}

	public void setAllowedDirectories(@Nullable List<String> allowedDirectories) {
		this.allowedDirectories = allowedDirectories;
	}

	public boolean isAllowWritable() {
		return this.allowWritable;
	}

	public void setAllowWritable(boolean allowWritable) {
		this.allowWritable = allowWritable;
	}

	public @Nullable List<String> getPublicKeys() {
		return this.publicKeys;
	}

	public void setPublicKeys(@Nullable List<String> publicKeys) {
		this.publicKeys = publicKeys;
	}

	LibraryPolicy toPolicy(ResourceLoader resources, LoadOptions limit) {
		List<String> directories = values("allowed-directories", this.allowedDirectories);
		List<String> keys = values("public-keys", this.publicKeys);
		return LibraryPolicy.builder()
			.allowedDirectories(directories.stream().map(Path::of).toList())
			.allowWritable(this.allowWritable)
			.keys(TrustedKeys.read(resources, keys, limit))
			.build();
	}

	/**
	 * An empty value is refused: its author wanted a restriction, but an empty list
	 * restricts nothing.
	 */
	private static List<String> values(String property, @Nullable List<String> values) {
		if (values != null && (values.isEmpty() || values.stream().anyMatch(String::isBlank))) {
			throw new EmptyPolicyException("relib.policy." + property);
		}
		return (values != null) ? values : List.of();
	}

}
