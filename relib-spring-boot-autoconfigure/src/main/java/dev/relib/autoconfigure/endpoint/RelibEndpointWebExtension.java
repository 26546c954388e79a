// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.failure.ModuleException;
import dev.relib.failure.UnknownModuleException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link RelibEndpoint}:
 * answers with status 404 for an unknown module, and with status 409 and the reason for
 * an operation that fails or is refused.
 */
@EndpointWebExtension(endpoint = RelibEndpoint.class)
public class RelibEndpointWebExtension {

	private static final int STATUS_CONFLICT = 409;

	private final RelibEndpoint endpoint;

	/**
	 * Creates an extension.
	 * @param endpoint the endpoint to extend
	 */
	public RelibEndpointWebExtension(RelibEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Shows a module.
	 * @param name the module's name
	 * @return the module in full detail, or status 404
	 */
	@ReadOperation
	public WebEndpointResponse<ModuleDescriptor> module(@Selector String name) {
		try {
			return new WebEndpointResponse<>(this.endpoint.module(name));
		}
		catch (UnknownModuleException ex) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
	}

	/**
	 * Runs an operation on a module, and returns when it is finished.
	 * @param name the module's name
	 * @param action the operation
	 * @return the result; status 404 for an unknown module, 409 if the operation failed
	 */
	@WriteOperation
	public WebEndpointResponse<ActionResult> act(@Selector String name, ModuleAction action) {
		try {
			ActionResult result = this.endpoint.act(name, action);
			return new WebEndpointResponse<>(result, result.done() ? WebEndpointResponse.STATUS_OK : STATUS_CONFLICT);
		}
		catch (UnknownModuleException ex) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		catch (ModuleException ex) {
			return new WebEndpointResponse<>(this.endpoint.refused(name, action, ex), STATUS_CONFLICT);
		}
	}

}
