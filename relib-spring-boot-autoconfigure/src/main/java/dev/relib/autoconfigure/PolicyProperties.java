package dev.relib.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.policy.LibraryPolicy;
import dev.relib.spring.TrustedKeys;

import org.springframework.core.io.ResourceLoader;

/**
 * Which libraries may be loaded.
 */
public class PolicyProperties {

	/**
	 * Directories that libraries must be in, or below, by their real paths; relative to
	 * the working directory. Libraries in jars are in no directory and may be loaded all
	 * the same. By default libraries may be anywhere.
	 */
	private List<String> allowedDirectories = new ArrayList<>();

	/**
	 * Whether libraries are loaded that others than the user of this process and root can
	 * change: that belong to others or that others can write to, or a directory on the
	 * way to them.
	 */
	private boolean allowWritable;

	/**
	 * Locations of Ed25519 public keys, in PEM or DER. If there are any, each library
	 * must have been signed with one of them.
	 */
	private List<String> publicKeys = new ArrayList<>();

	public List<String> getAllowedDirectories() {
		return this.allowedDirectories;
	}

	public void setAllowedDirectories(List<String> allowedDirectories) {
		this.allowedDirectories = allowedDirectories;
	}

	public boolean isAllowWritable() {
		return this.allowWritable;
	}

	public void setAllowWritable(boolean allowWritable) {
		this.allowWritable = allowWritable;
	}

	public List<String> getPublicKeys() {
		return this.publicKeys;
	}

	public void setPublicKeys(List<String> publicKeys) {
		this.publicKeys = publicKeys;
	}

	LibraryPolicy toPolicy(ResourceLoader resources) {
		return LibraryPolicy.DEFAULT.withAllowedDirectories(this.allowedDirectories.stream().map(Path::of).toList())
			.withAllowWritable(this.allowWritable)
			.withKeys(TrustedKeys.read(resources, this.publicKeys));
	}

}
