// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.relib.failure.RelibException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application imports three packages of relib, and no signature in them leads to
 * another one.
 */
@OnOneJdk
class ApiAtAGlanceTests {

	private static final Set<String> API = Set.of("dev.relib", "dev.relib.module", "dev.relib.failure");

	/** Caught wherever the loader is called, and the cause of an exception of the API. */
	private static final String LOADER_EXCEPTION = "dev.relib.os.LoaderException";

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("/dev/relib/fixture/"))
		.importPackages("dev.relib");

	@Test
	void signaturesOfTheApiMentionNoOtherPackage() {
		classes().that(DescribedPredicate.describe("are the API", ApiAtAGlanceTests::isApi))
			.should(mentionNoOtherPackage())
			.check(classes);
	}

	@Test
	void aSignatureThatMentionsAnotherPackageIsFound() {
		assertThat(otherPackages(classes.get(LoadedGeneration.class))).contains("dev.relib.contract",
				"dev.relib.module.call");
	}

	@Test
	void exceptionsForApplicationsStandInOnePackage() {
		classes().that()
			.areAssignableTo(RelibException.class)
			.and()
			.doNotHaveFullyQualifiedName(LOADER_EXCEPTION)
			.should()
			.resideInAPackage("dev.relib.failure")
			.check(classes);
	}

	private static boolean isApi(JavaClass type) {
		return API.contains(type.getPackageName()) && isVisible(type.getModifiers())
				&& type.getEnclosingClass().map(ApiAtAGlanceTests::isApi).orElse(true);
	}

	private static boolean isVisible(Set<JavaModifier> modifiers) {
		return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
	}

	private static ArchCondition<JavaClass> mentionNoOtherPackage() {
		return new ArchCondition<>("mention no other package of relib") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Set<String> others = otherPackages(type);
				events.add(new SimpleConditionEvent(type, others.isEmpty(), type.getName() + " mentions " + others));
			}
		};
	}

	private static Set<String> otherPackages(JavaClass type) {
		Set<String> packages = new TreeSet<>();
		Stream.of(supertypes(type), types(type.getFields()), codeUnitTypes(type.getCodeUnits()))
			.flatMap((types) -> types)
			.flatMap((mentioned) -> mentioned.getAllInvolvedRawTypes().stream())
			.map(JavaClass::getPackageName)
			.filter((name) -> name.startsWith("dev.relib") && !API.contains(name))
			.forEach(packages::add);
		return packages;
	}

	private static Stream<JavaType> supertypes(JavaClass type) {
		return Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters()))
			.flatMap((types) -> types);
	}

	private static Stream<JavaType> types(Collection<JavaField> fields) {
		return fields.stream().filter((field) -> isVisible(field.getModifiers())).map(JavaField::getType);
	}

	private static Stream<JavaType> codeUnitTypes(Collection<JavaCodeUnit> codeUnits) {
		return codeUnits.stream()
			.filter((codeUnit) -> isVisible(codeUnit.getModifiers()))
			.flatMap((codeUnit) -> Stream
				.of(Stream.of(codeUnit.getReturnType()), codeUnit.getParameterTypes().stream(),
						bounds(codeUnit.getTypeParameters()), codeUnit.getThrowsClause().getTypes().stream())
				.flatMap((types) -> types));
	}

	private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> parameters) {
		return parameters.stream().flatMap((parameter) -> parameter.getUpperBounds().stream());
	}

}
