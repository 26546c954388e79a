package dev.relib.values;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is in a value, comparable: arrays and buffers by their elements, deep inside of
 * records and lists, too.
 */
final class Content {

	private Content() {
	}

	static Object of(Object value) {
		if (value.getClass().isArray()) {
			return IntStream.range(0, Array.getLength(value)).mapToObj((i) -> Array.get(value, i)).toList();
		}
		if (value instanceof ByteBuffer buffer) {
			byte[] bytes = new byte[buffer.remaining()];
			buffer.duplicate().get(bytes);
			return of(bytes);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(Content::of).toList();
		}
		return value.getClass().isRecord() ? ofRecord(value) : value;
	}

	private static List<Object> ofRecord(Object value) {
		List<Object> content = new ArrayList<>(List.of(value.getClass()));
		try {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				content.add(of(component.getAccessor().invoke(value)));
			}
			return content;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
