package dev.relib.autoconfigure.endpoint;

import dev.relib.failure.ModuleException;
import dev.relib.failure.UnknownModuleException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for the {@link RelibEndpoint}: an
 * unknown module is 404, an operation that is refused is 409 with the reason.
 */
@EndpointWebExtension(endpoint = RelibEndpoint.class)
public class RelibEndpointWebExtension {

	private static final int STATUS_CONFLICT = 409;

	private final RelibEndpoint endpoint;

	/**
	 * Creates an extension.
	 * @param endpoint the endpoint that it extends
	 */
	public RelibEndpointWebExtension(RelibEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Shows a module.
	 * @param name its name
	 * @return all there is to know of it, or 404
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
	 * Runs an operation of a module.
	 * @param name the module's name
	 * @param action what to do with it
	 * @return what was done, 404 for an unknown module, or 409 with the reason
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
