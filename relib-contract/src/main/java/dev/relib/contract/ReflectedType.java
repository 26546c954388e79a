// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A type of a loaded interface.
 */
final class ReflectedType implements JavaType {

	private final AnnotatedType type;

	private final List<AnnotatedElement> declarations;

	/**
	 * Creates a view of a type.
	 * @param type the type
	 * @param declarations the parameter, method or component that has the type, whose
	 * annotations count as well
	 */
	ReflectedType(AnnotatedType type, AnnotatedElement... declarations) {
		this.type = type;
		this.declarations = List.of(declarations);
	}

	/** Creates a view of a class that no declaration names. */
	static ReflectedType of(Class<?> type) {
		return new ReflectedType(new AnnotatedType() {

			@Override
			public Type getType() {
				return type;
			}

			@Override
			public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
				return null;
			}

			@Override
			public Annotation[] getAnnotations() {
				return new Annotation[0];
			}

			@Override
			public Annotation[] getDeclaredAnnotations() {
				return getAnnotations();
			}

		});
	}

	@Override
	public String name() {
		Class<?> raw = raw();
		return (raw != null) ? Objects.requireNonNullElse(raw.getCanonicalName(), raw.getName())
				: this.type.getType().getTypeName();
	}

	@Override
	public String simpleName() {
		Class<?> raw = raw();
		return (raw != null) ? raw.getSimpleName() : name();
	}

	/**
	 * Returns the class of the type, or {@code null} for type variables, wildcards and
	 * arrays of them.
	 */
	private @Nullable Class<?> raw() {
		Type raw = this.type.getType();
		if (raw instanceof ParameterizedType parameterized) {
			raw = parameterized.getRawType();
		}
		return (raw instanceof Class<?> known) ? known : null;
	}

	@Override
	public List<JavaType> arguments() {
		return (this.type instanceof AnnotatedParameterizedType parameterized)
				? Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
					.<JavaType>map(ReflectedType::new)
					.toList()
				: List.of();
	}

	@Override
	public boolean isAnnotated(String annotation) {
		return this.declarations.stream().anyMatch((element) -> isAnnotated(element, annotation))
				|| isAnnotated(this.type, annotation) || (this.type instanceof AnnotatedArrayType array
						&& isAnnotated(array.getAnnotatedGenericComponentType(), annotation));
	}

	private static boolean isAnnotated(AnnotatedElement element, String annotation) {
		return Arrays.stream(element.getAnnotations())
			.anyMatch((found) -> found.annotationType().getSimpleName().equals(annotation));
	}

	@Override
	public boolean isGeneric() {
		Class<?> raw = raw();
		return raw != null && raw.getTypeParameters().length > 0;
	}

	@Override
	public Optional<List<Component>> components() {
		return Optional.ofNullable(raw())
			.filter(Class::isRecord)
			.map((raw) -> Arrays.stream(raw.getRecordComponents()).map(ReflectedType::component).toList());
	}

	private static Component component(RecordComponent component) {
		return new Component(component.getName(),
				new ReflectedType(component.getAnnotatedType(), component, component.getAccessor()));
	}

	@Override
	public Optional<List<String>> constants() {
		return Optional.ofNullable(raw())
			.filter(Class::isEnum)
			.map((raw) -> Stream.of(raw.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
	}

}
