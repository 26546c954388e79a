// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

import com.google.testing.compile.Compiler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorIsIsolatingTests {

	private final Map<String, List<String>> origins = new TreeMap<>();

	@Test
	void everyFileNamesItsInterfaceAsItsOnlyOrigin() {
		Compiler.javac()
			.withProcessors(new Recording())
			.compile(Sources.source(Sources.resource("ImageFilter.java.txt")),
					Sources.source("package com.example;\nrecord Share(int percent) { }"), Sources.source("""
							package com.example;
							@dev.relib.RelibImports
							interface Progress {
								void report(Share share);
							}
							"""));
		assertThat(this.origins).containsExactly(
				Map.entry("META-INF/relib/c/image_filter.c", List.of("com.example.ImageFilter")),
				Map.entry("META-INF/relib/c/image_filter.h", List.of("com.example.ImageFilter")),
				Map.entry("META-INF/relib/c/progress.c", List.of("com.example.Progress")),
				Map.entry("META-INF/relib/c/progress.h", List.of("com.example.Progress")),
				Map.entry("META-INF/relib/cpp/image_filter.cpp", List.of("com.example.ImageFilter")),
				Map.entry("META-INF/relib/cpp/image_filter.hpp", List.of("com.example.ImageFilter")),
				Map.entry("META-INF/relib/cpp/progress.cpp", List.of("com.example.Progress")),
				Map.entry("META-INF/relib/cpp/progress.hpp", List.of("com.example.Progress")),
				Map.entry("META-INF/relib/rust/image_filter.rs", List.of("com.example.ImageFilter")),
				Map.entry("META-INF/relib/rust/progress.rs", List.of("com.example.Progress")),
				Map.entry("com.example.ImageFilter__RelibFacade", List.of("com.example.ImageFilter")),
				Map.entry("com.example.Progress__RelibDispatcher", List.of("com.example.Progress")));
	}

	/** The processor, with a filer that records. */
	private final class Recording extends AbstractProcessor {

		private final Processor processor = new RelibProcessor();

		@Override
		public synchronized void init(ProcessingEnvironment environment) {
			Filer filer = proxy(Filer.class, environment.getFiler(), null);
			this.processor.init(proxy(ProcessingEnvironment.class, environment, filer));
		}

		private <T> T proxy(Class<T> type, T target, Filer filer) {
			return type
				.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, args) -> {
					if (method.getName().equals("getFiler")) {
						return filer;
					}
					if (method.getName().equals("createSourceFile")) {
						origins.put(args[0].toString(),
								Arrays.stream((Element[]) args[1]).map(Element::toString).toList());
					}
					if (method.getName().equals("createResource")) {
						origins.put(args[2].toString(),
								Arrays.stream((Element[]) args[3]).map(Element::toString).toList());
					}
					try {
						return method.invoke(target, args);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
		}

		@Override
		public Set<String> getSupportedAnnotationTypes() {
			return this.processor.getSupportedAnnotationTypes();
		}

		@Override
		public SourceVersion getSupportedSourceVersion() {
			return this.processor.getSupportedSourceVersion();
		}

		@Override
		public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
			return this.processor.process(annotations, round);
		}

	}

}
