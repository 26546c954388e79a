// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.util.ArrayList;
import java.util.List;

import dev.relib.ModuleEvent;
import dev.relib.ModuleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes {@link ModuleEvent module events} as application events. Holds events back
 * until all singletons are created, because methods with {@code @EventListener} are not
 * registered earlier.
 */
public final class ModuleEventPublisher implements ModuleListener, SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ModuleEventPublisher.class);

	private final ApplicationEventPublisher publisher;

	private final List<ModuleEvent> early = new ArrayList<>();

	private boolean listening;

	/**
	 * Creates a publisher.
	 * @param publisher receives the events
	 */
	public ModuleEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onEvent(ModuleEvent event) {
		synchronized (this.early) {
			if (!this.listening) {
				this.early.add(event);
				return;
			}
		}
		publish(event);
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<ModuleEvent> waiting;
		synchronized (this.early) {
			this.listening = true;
			waiting = List.copyOf(this.early);
			this.early.clear();
		}
		for (ModuleEvent event : waiting) {
			try {
				publish(event);
			}
			catch (RuntimeException ex) {
				logger.error("An event listener failed to handle {}", event, ex);
			}
		}
	}

	private void publish(ModuleEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (BeanCreationNotAllowedException ex) {
			logger.debug("An event listener is already destroyed and does not handle {}", event, ex);
		}
	}

}
