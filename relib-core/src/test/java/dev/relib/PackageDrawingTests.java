// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The drawing in {@code CONTRIBUTING.md} is the architecture: each of its lines names a
 * package and the packages that it imports.
 */
@OnOneJdk
class PackageDrawingTests {

	private static final String ROOT = "dev.relib";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("/dev/relib/fixture/"))
		.importPackages(ROOT);

	private final Map<String, List<String>> drawing = read();

	@TestFactory
	Stream<DynamicTest> aPackageImportsJustThoseOnItsLine() {
		return this.drawing.entrySet()
			.stream()
			.map((line) -> DynamicTest.dynamicTest(line.getKey(),
					() -> assertThat(imports(line.getKey())).containsExactlyInAnyOrderElementsOf(line.getValue())));
	}

	@Test
	void theyAllStandAboveIt() {
		Set<String> above = new TreeSet<>();
		this.drawing.forEach((name, imports) -> {
			assertThat(above).as(name).containsAll(imports);
			above.add(name);
		});
	}

	@Test
	void everyPackageHasALine() {
		Set<String> packages = CLASSES.stream()
			.map(PackageDrawingTests::name)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(this.drawing.keySet()).containsExactlyInAnyOrderElementsOf(packages);
	}

	private static Set<String> imports(String name) {
		return CLASSES.stream()
			.filter((type) -> name(type).equals(name))
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map((dependency) -> dependency.getTargetClass().getBaseComponentType())
			.filter((target) -> target.getPackageName().startsWith(ROOT))
			.map(PackageDrawingTests::name)
			.filter((target) -> !target.equals(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** A package without the root, which has a line as itself. */
	private static String name(JavaClass type) {
		String name = type.getPackageName();
		return name.equals(ROOT) ? ROOT : name.substring(ROOT.length() + 1);
	}

	private static Map<String, List<String>> read() {
		try {
			Map<String, List<String>> drawing = new LinkedHashMap<>();
			Files.readAllLines(Path.of("..", "CONTRIBUTING.md"))
				.stream()
				.dropWhile((line) -> !line.equals("```packages"))
				.skip(1)
				.takeWhile((line) -> !line.equals("```"))
				.forEach((line) -> drawing.put(line.substring(0, line.indexOf('→')).strip(), imported(line)));
			drawing.keySet().removeIf(PackageDrawingTests::isLeftOut);
			return drawing;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A build without a JDK that is new enough has no packages of this name. */
	private static boolean isLeftOut(String name) {
		return name.endsWith(".ffm") && CLASSES.stream().noneMatch((type) -> name(type).equals(name));
	}

	/** Two spaces end the list; a description may follow. */
	private static List<String> imported(String line) {
		String list = line.substring(line.indexOf('→') + 1).strip();
		String names = line.charAt(Math.min(line.length() - 1, line.indexOf('→') + 2)) == ' ' ? ""
				: list.split(" {2,}")[0];
		return Arrays.stream(names.split(" ")).filter((name) -> !name.isEmpty()).toList();
	}

}
