// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.IOException;
import java.util.List;

import dev.relib.TrustedKey;
import dev.relib.failure.UnusableKeyException;
import dev.relib.module.LoadOptions;
import dev.relib.module.lifecycle.TimedReading;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ResourceUtils;

/**
 * Reads the public keys that verify the signatures of libraries.
 */
public final class TrustedKeys {

	private TrustedKeys() {
	}

	/**
	 * Reads keys.
	 * @param resources loads resource locations
	 * @param locations resource locations, or paths relative to the working directory
	 * @param limit how long each may take, as a load may
	 * @return the keys, in the order of their locations
	 * @throws UnusableKeyException if a location can not be read in time or does not hold
	 * an Ed25519 public key
	 */
	public static List<TrustedKey> read(ResourceLoader resources, List<String> locations, LoadOptions limit) {
		return locations.stream()
			.map((location) -> TimedReading.run(limit.timeout(), location, () -> read(resources, location),
					() -> new UnusableKeyException(location,
							"it was not read within " + limit.timeout().toMillis()
									+ " ms, which is relib.load.timeout")))
			.toList();
	}

	private static TrustedKey read(ResourceLoader resources, String location) {
		Resource resource = ResourceUtils.isUrl(location) ? resources.getResource(location)
				: new FileSystemResource(location);
		try {
			return TrustedKey.parse(location, resource.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new UnusableKeyException(location, "it can not be read (" + ex.getMessage() + ")", ex);
		}
	}

}
