// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.relib.ModuleRegistryBuilder;
import dev.relib.autoconfigure.RelibProperties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.UrlResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata that an IDE shows to an author of {@code application.yml}.
 */
class PropertyMetadataTests {

	@Test
	void describesEveryProperty() throws Exception {
		Map<String, JsonNode> properties = properties();
		assertThat(properties).containsOnlyKeys("relib.enabled", "relib.unloading", "relib.unpin", "relib.directory",
				"relib.linker", "relib.modules", "relib.metrics.timing", "relib.load.timeout", "relib.load.max-size",
				"relib.reload.max-retired", "relib.unload.drain-timeout", "relib.unload.before-unload-timeout",
				"relib.unload.threads-timeout", "relib.unload.free-leaks", "relib.unload.close-descriptors",
				"relib.unload.unmap-memory", "relib.unload.run-thread-local-destructors",
				"relib.policy.allowed-directories", "relib.policy.allow-writable", "relib.policy.public-keys",
				"management.endpoint.relib.access", "management.endpoint.relib.cache.time-to-live");
		assertThat(properties).allSatisfy((name, property) -> {
			assertThat(property.path("description").asString()).as(name).isNotBlank().endsWith(".");
			assertThat(property.path("type").asString()).as(name).isNotBlank();
		});
	}

	@Test
	void tellsDefaults() throws Exception {
		Map<String, JsonNode> properties = properties();
		assertThat(properties.get("relib.enabled").path("defaultValue").asBoolean()).isTrue();
		assertThat(properties.get("relib.reload.max-retired").path("defaultValue").asInt())
			.isEqualTo(ModuleRegistryBuilder.DEFAULT_MAX_RETIRED);
		assertThat(properties.get("relib.linker").path("defaultValue").asString()).isEqualTo("auto");
		assertThat(properties.get("relib.metrics.timing").path("defaultValue").asString()).isEqualTo("off");
		assertThat(properties.get("relib.load.timeout").path("defaultValue").asString()).isEqualTo("1m");
		assertThat(properties.get("relib.unload.drain-timeout").path("defaultValue").asString()).isEqualTo("10s");
		assertThat(properties.get("management.endpoint.relib.access").path("defaultValue").asString())
			.isEqualTo("read_only");
	}

	private static Map<String, JsonNode> properties() throws Exception {
		UrlResource classes = new UrlResource(
				RelibProperties.class.getProtectionDomain().getCodeSource().getLocation());
		JsonNode metadata = JsonMapper.shared()
			.readTree(classes.createRelative("META-INF/spring-configuration-metadata.json").getContentAsByteArray());
		List<JsonNode> properties = new ArrayList<>(metadata.path("properties").values());
		Map<String, JsonNode> byName = new LinkedHashMap<>();
		properties.forEach((property) -> byName.put(property.path("name").asString(), property));
		return byName;
	}

}
