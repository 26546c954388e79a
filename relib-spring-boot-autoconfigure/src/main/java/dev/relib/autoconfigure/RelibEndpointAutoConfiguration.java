// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.endpoint.RelibEndpoint;
import dev.relib.autoconfigure.endpoint.RelibEndpointWebExtension;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the {@link RelibEndpoint}.
 */
@AutoConfiguration(after = RelibAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(ModuleRegistry.class)
@ConditionalOnAvailableEndpoint(RelibEndpoint.class)
public final class RelibEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RelibEndpoint relibEndpoint(ModuleRegistry registry) {
		return new RelibEndpoint(registry);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	RelibEndpointWebExtension relibEndpointWebExtension(RelibEndpoint endpoint) {
		return new RelibEndpointWebExtension(endpoint);
	}

}
