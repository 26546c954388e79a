// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/**
 * A package imports only the packages before it, and each language stands for itself.
 */
class PackageOrderTests {

	private static final String ROOT = "dev.relib.processor";

	private static final List<String> ORDER = List.of(ROOT + ".reader", ROOT + ".bindings", ROOT + ".cfamily",
			ROOT + ".c", ROOT + ".cpp", ROOT + ".rust", ROOT + ".facade", ROOT);

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@ParameterizedTest
	@MethodSource("order")
	void aPackageImportsOnlyThoseBeforeIt(String name) {
		List<String> later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
		if (!later.isEmpty()) {
			noClasses().that()
				.resideInAPackage(name)
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(later.toArray(String[]::new))
				.check(CLASSES);
		}
	}

	static List<String> order() {
		return ORDER;
	}

	@Test
	void everyPackageIsInTheOrder() {
		LayeredArchitecture layers = layeredArchitecture().consideringAllDependencies();
		for (String name : ORDER) {
			layers = layers.layer(name).definedBy(name);
		}
		layers.ensureAllClassesAreContainedInArchitecture().check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "c", "cpp", "rust" })
	void aLanguageIsUsedByTheProcessorAlone(String language) {
		classes().that()
			.resideInAPackage(ROOT + "." + language)
			.should()
			.onlyHaveDependentClassesThat()
			.resideInAnyPackage(ROOT + "." + language, ROOT)
			.check(CLASSES);
	}

	@Test
	void onlyCAndCppUseTheCFamily() {
		classes().that()
			.resideInAPackage(ROOT + ".cfamily")
			.should()
			.onlyHaveDependentClassesThat()
			.resideInAnyPackage(ROOT + ".cfamily", ROOT + ".c", ROOT + ".cpp")
			.check(CLASSES);
	}

	@Test
	void onlyTheReaderAndTheProcessorSeeTheCompiler() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".reader", ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("javax.annotation.processing..", "javax.lang.model..", "javax.tools..")
			.check(CLASSES);
	}

	@Test
	void theProcessorNeedsTheJdkAndContractsOnly() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "javax.annotation.processing..", "javax.lang.model..", "javax.tools..",
					"org.jspecify.annotations..", "dev.relib", "dev.relib.contract", "dev.relib.facade",
					"dev.relib.failure", ROOT + "..")
			.check(CLASSES);
	}

	@Test
	void theProcessorUsesNeitherJnaNorSlf4jNorSpring() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.sun.jna..", "org.slf4j..", "org.springframework..")
			.check(CLASSES);
	}

}
