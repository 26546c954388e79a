package dev.relib.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.spring.EmptyPolicyException;
import dev.relib.spring.TrustedKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Which libraries may be loaded.
 */
public class PolicyProperties {

	/**
	 * Directories that libraries must be in, or below, by their real paths; relative to
	 * the working directory. Libraries on the class path are in no directory and may be
	 * loaded all the same. By default libraries may be anywhere.
	 */
	private @Nullable List<String> allowedDirectories;

	/**
	 * Whether libraries are loaded that others than the user of this process and root can
	 * change: that belong to others or that others can write to, or a directory on the
	 * way to them, or that are neither files nor on the class path.
	 */
	private boolean allowWritable;

	/**
	 * Locations of Ed25519 public keys, in PEM or DER. If there are any, each library
	 * must have been signed with one of them.
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

	LibraryPolicy toPolicy(ResourceLoader resources) {
		List<String> directories = values("allowed-directories", this.allowedDirectories);
		List<String> keys = values("public-keys", this.publicKeys);
		return LibraryPolicy.builder()
			.allowedDirectories(directories.stream().map(Path::of).toList())
			.allowWritable(this.allowWritable)
			.keys(TrustedKeys.read(resources, keys))
			.build();
	}

	/** Who names nothing wants a restriction, and would get none. */
	private static List<String> values(String property, @Nullable List<String> values) {
		if (values != null && (values.isEmpty() || values.stream().anyMatch(String::isBlank))) {
			throw new EmptyPolicyException("relib.policy." + property);
		}
		return (values != null) ? values : List.of();
	}

}
