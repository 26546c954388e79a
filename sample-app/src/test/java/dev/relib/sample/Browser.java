// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The headless Chromium that is installed on this machine.
 */
final class Browser implements AutoCloseable {

	private final ChromeDriver driver;

	private Browser(Path chromium, Path chromedriver, Path profile) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + profile);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile())
			.build();
		this.driver = new ChromeDriver(service, options);
		this.driver.manage().window().setSize(new Dimension(1280, 1200));
	}

	/** Starts a browser; returns empty if Chromium or its driver is not installed. */
	static Optional<Browser> start(Path profile) {
		return find("chromium")
			.flatMap((chromium) -> find("chromedriver").map((driver) -> new Browser(chromium, driver, profile)));
	}

	private static Optional<Path> find(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	void open(String address) {
		this.driver.get(address);
	}

	WebElement find(String format, Object... arguments) {
		return this.driver.findElement(By.cssSelector(format.formatted(arguments)));
	}

	Object run(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	void screenshot(String name) {
		Path file = Path.of("target", name + ".png");
		try {
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
