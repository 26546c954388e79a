// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

import com.google.testing.compile.Compiler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnnotationsAreNotClaimedTests {

	private final List<String> seen = new ArrayList<>();

	@Test
	void soThatOtherProcessorsSeeThemToo() {
		Compiler.javac()
			.withProcessors(new RelibProcessor(), new Other())
			.compile(Sources.source(Sources.resource("ImageFilter.java.txt")));
		assertThat(this.seen).startsWith("dev.relib.RelibExports");
	}

	@SupportedAnnotationTypes("dev.relib.*")
	private final class Other extends AbstractProcessor {

		@Override
		public SourceVersion getSupportedSourceVersion() {
			return SourceVersion.latestSupported();
		}

		@Override
		public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
			annotations.forEach((annotation) -> seen.add(annotation.toString()));
			return false;
		}

	}

}
