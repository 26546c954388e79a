// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.File;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * The image workshop: a web application whose filters are native modules.
 */
@SpringBootApplication
public class WorkshopApplication {

	private static final Logger logger = LoggerFactory.getLogger(WorkshopApplication.class);

	/**
	 * Starts the workshop.
	 * @param args configuration properties, for example {@code --server.port=8081}
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(WorkshopApplication.class);
		application.setDefaultProperties(Map.of("workshop.native-directory", nativeDirectory()));
		application.run(args);
	}

	/**
	 * Returns the directory of the libraries, beside the jar or the directory of classes.
	 * It does not depend on the working directory.
	 */
	private static File nativeDirectory() {
		ApplicationHome home = new ApplicationHome(WorkshopApplication.class);
		File built = (home.getSource() != null) ? home.getSource().getParentFile() : home.getDir();
		return new File(built, "native");
	}

	@EventListener
	void tellWhere(WebServerInitializedEvent event) {
		logger.info("The workshop is open: http://127.0.0.1:{}", event.getWebServer().getPort());
	}

}
