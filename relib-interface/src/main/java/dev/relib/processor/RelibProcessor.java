// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.facade.RelibGenerated;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.bindings.GeneratedFile;
import dev.relib.processor.reader.Problems;
import dev.relib.processor.reader.TraitReader;

/**
 * Writes bindings for every interface with {@link RelibExports} or {@link RelibImports},
 * next to its class file, and the Java side of it, and reports an error for each
 * interface that cannot be a contract. The option {@code -Arelib.languages=c,cpp,rust}
 * selects the languages, {@code -Arelib.facades=false} leaves the Java side out.
 */
public final class RelibProcessor extends AbstractProcessor {

	private final GlobalNames names = new GlobalNames();

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public Set<String> getSupportedAnnotationTypes() {
		return Set.of(RelibExports.class.getName(), RelibImports.class.getName(), RelibGenerated.class.getName());
	}

	@Override
	public Set<String> getSupportedOptions() {
		return Set.of(Languages.OPTION, JavaSources.OPTION);
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		Set<TypeElement> types = new LinkedHashSet<>();
		annotations.stream()
			.filter((annotation) -> !annotation.getQualifiedName().contentEquals(RelibGenerated.class.getName()))
			.forEach((annotation) -> types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))));
		types.removeIf(RelibProcessor::isPlain);
		if (!types.isEmpty()) {
			List<Bindings> languages = languages();
			types.forEach((type) -> process(type, languages));
		}
		return false;
	}

	/** A plain library needs no bindings, and has values that no contract has. */
	private static boolean isPlain(TypeElement type) {
		RelibExports exports = type.getAnnotation(RelibExports.class);
		return exports != null && exports.plain() && type.getAnnotation(RelibImports.class) == null;
	}

	private List<Bindings> languages() {
		try {
			return Languages.of(this.processingEnv.getOptions());
		}
		catch (IllegalArgumentException ex) {
			this.processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, ex.getMessage());
			return List.of();
		}
	}

	private void process(TypeElement type, List<Bindings> languages) {
		Problems problems = new Problems(this.processingEnv.getMessager(), type);
		new TraitReader(this.processingEnv, type, problems).read().ifPresent((read) -> {
			new NameCheck(languages, problems).check(read);
			if (!problems.any()) {
				this.names.claim(read, languages, problems);
			}
			if (!problems.any()) {
				languages.stream()
					.flatMap((language) -> language.files(read.documented()).stream())
					.forEach((file) -> write(file, type, problems));
			}
			if (!problems.any()) {
				new JavaSources(this.processingEnv).write(type, read, problems);
			}
		});
	}

	private void write(GeneratedFile file, TypeElement type, Problems problems) {
		try (OutputStream out = this.processingEnv.getFiler()
			.createResource(StandardLocation.CLASS_OUTPUT, "", file.path(), type)
			.openOutputStream()) {
			out.write(file.text().getBytes(StandardCharsets.UTF_8));
		}
		catch (FilerException ex) {
			problems.ofType("would overwrite " + file.path() + " of another interface; rename one");
		}
		catch (IOException ex) {
			problems.ofType(
					"has bindings that could not be written to " + file.path() + "; check the output folder: " + ex);
		}
	}

}
