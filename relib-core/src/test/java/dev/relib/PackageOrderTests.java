// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/**
 * Packages are layers: a package uses only the packages before it.
 */
@OnOneJdk
class PackageOrderTests {

	private static final List<String> ORDER = List.of("dev.relib.module", "dev.relib.failure", "dev.relib",
			"dev.relib.facade", "dev.relib.contract", "dev.relib.os", "dev.relib.os.jna", "dev.relib.os.ffm",
			"dev.relib.os.linux", "dev.relib.image.file", "dev.relib.image.format", "dev.relib.image.elf",
			"dev.relib.image", "dev.relib.image.search", "dev.relib.policy", "dev.relib.link", "dev.relib.link.jna",
			"dev.relib.link.jni", "dev.relib.link.ffm", "dev.relib.marshal", "dev.relib.runtime",
			"dev.relib.module.call", "dev.relib.module.kind", "dev.relib.module.lifecycle", "dev.relib.registry",
			"dev.relib.inspect", "dev.relib.cli");

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("/dev/relib/fixture/"))
		.importPackages("dev.relib");

	@Test
	void aPackageImportsOnlyThoseBeforeIt() {
		for (int i = 0; i < ORDER.size(); i++) {
			String[] later = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
			if (later.length > 0) {
				noClasses().that()
					.resideInAPackage(ORDER.get(i))
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage(later)
					.allowEmptyShould(isOptional(ORDER.get(i)))
					.check(classes);
			}
		}
	}

	/** A build without a JDK that is new enough leaves it out. */
	private static boolean isOptional(String name) {
		return name.endsWith(".ffm");
	}

	@Test
	void everyPackageIsInTheOrder() {
		LayeredArchitecture layers = layeredArchitecture().consideringAllDependencies();
		for (String name : ORDER) {
			layers = (isOptional(name) ? layers.optionalLayer(name) : layers.layer(name)).definedBy(name);
		}
		layers.ensureAllClassesAreContainedInArchitecture().check(classes);
	}

	@Test
	void onlyTheLinkersAndTheSystemTouchNativeAccess() {
		noClasses().that()
			.resideOutsideOfPackages("dev.relib.os.*", "dev.relib.link.*")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.sun.jna..", "java.lang.foreign..")
			.check(classes);
	}

	@Test
	void linkersMoveMachineValuesOnly() {
		noClasses().that()
			.resideInAnyPackage("dev.relib.link", "dev.relib.link.*")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.relib", "dev.relib.contract", "dev.relib.marshal", "dev.relib.failure")
			.check(classes);
	}

	/** What differs by system is kept apart from what differs by the way of calling. */
	@Test
	void whatIsCalledThroughJnaBearsItsName() {
		noClasses().that()
			.resideInAPackage("dev.relib.os.*")
			.and()
			.haveSimpleNameNotStartingWith("Jna")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("com.sun.jna..")
			.check(classes);
	}

	@Test
	void nothingNamesASystem() {
		for (String implementation : List.of("dev.relib.os.jna", "dev.relib.os.linux")) {
			classes().that()
				.resideInAPackage(implementation)
				.should()
				.onlyHaveDependentClassesThat()
				.resideInAPackage(implementation)
				.check(classes);
		}
	}

	@Test
	void theCoreKnowsNoSpring() {
		noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..").check(classes);
	}

	@Test
	void onlyTheCommandLineParsesArguments() {
		noClasses().that()
			.resideOutsideOfPackage("dev.relib.cli")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("picocli..")
			.check(classes);
	}

	/** The linker of JNI leaves to that of JNA what it has no registers for. */
	@Test
	void nothingOutsideTheBuilderChoosesALinker() {
		classes().that()
			.resideInAPackage("dev.relib.link.*")
			.should()
			.onlyHaveDependentClassesThat()
			.resideInAnyPackage("dev.relib.link.*", "dev.relib.registry")
			.check(classes);
	}

	/** Not even the builder, by its type: older JDKs can not load it. */
	@Test
	void nothingRefersToWhatIsForNewerJdks() {
		for (String newer : List.of("dev.relib.link.ffm", "dev.relib.os.ffm")) {
			classes().that()
				.resideInAPackage(newer)
				.should()
				.onlyHaveDependentClassesThat()
				.resideInAPackage(newer)
				.allowEmptyShould(true)
				.check(classes);
		}
	}

	@Test
	void whatIsForNewerJdksStandsInItsPackages() {
		noClasses().that()
			.resideOutsideOfPackages("dev.relib.link.ffm", "dev.relib.os.ffm")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("java.lang.foreign..")
			.check(classes);
	}

}
