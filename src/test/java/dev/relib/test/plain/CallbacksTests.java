// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibKept;
import dev.relib.failure.InvalidValueException;
import dev.relib.module.UnloadReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A plain library calls back functional interfaces, for as long as their parameter says.
 */
class CallbacksTests {

	private PlainModule module;

	private Callbacks callbacks;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.module = new PlainModule(directory, "callbacks.c");
		this.callbacks = this.module.exports(Callbacks.class);
	}

	@AfterEach
	void close() {
		this.module.close();
	}

	@Test
	void runDuringTheCall() throws Exception {
		int[] numbers = { 3, 1, 2 };
		this.callbacks.sort(numbers, 3, (a, b) -> Integer.compare(a.value(), b.value()));
		assertThat(numbers).containsExactly(1, 2, 3);
		List<String> seen = new ArrayList<>();
		assertThat(this.callbacks.each(5, (index, name, half) -> {
			seen.add(index + name.orElse("-") + half);
			return index == 3;
		})).isEqualTo(3);
		assertThat(seen).containsExactly("0name00.0", "1-0.5", "2name21.0", "3name31.5");
		assertThat(this.callbacks.isThere(null)).isFalse();
		assertThat(this.callbacks.isThere((index, name, half) -> false)).isTrue();
	}

	@Test
	void throwTheirExceptionOutOfTheCall() {
		IOException failure = new IOException("disk");
		assertThatThrownBy(() -> this.callbacks.each(2, (index, name, half) -> {
			throw failure;
		})).isSameAs(failure);
		IllegalStateException first = new IllegalStateException("first");
		assertThatThrownBy(() -> this.callbacks.visitElsewhere((index, name, half) -> {
			throw first;
		})).isSameAs(first);
	}

	@Test
	void throwTheirExceptionThoughTheFunctionHasWrittenWhatIsNoText() {
		String[] names = new String[3];
		int[] numbers = new int[1];
		IllegalStateException failure = new IllegalStateException("mine");
		assertThatThrownBy(() -> this.callbacks.fillNames(names, numbers, (value) -> {
			throw failure;
		})).isSameAs(failure);
		assertThat(failure.getSuppressed()).singleElement()
			.isInstanceOf(InvalidValueException.class)
			.satisfies((suppressed) -> assertThat(suppressed).hasMessageContaining("what the function has written[0]"));
		assertThat(numbers).containsExactly(5);
		assertThat(names).containsExactly(null, "text", null);
		assertThatThrownBy(() -> this.callbacks.fillNames(names, numbers, (value) -> {
		})).isInstanceOf(InvalidValueException.class);
	}

	@Test
	void runOnThreadsOfTheLibrary() throws Exception {
		AtomicReference<String> seen = new AtomicReference<>();
		assertThat(this.callbacks.visitElsewhere((index, name, half) -> {
			seen.set(index + name.orElse("") + half + Thread.currentThread().getName().startsWith("relib-callbacks"));
			return true;
		})).isOne();
		assertThat(seen).hasValue("7elsewhere3.5true");
	}

	@Test
	void callTheModuleAgain() throws Exception {
		List<Integer> seen = new ArrayList<>();
		this.callbacks.each(3, (outer, name, half) -> {
			this.callbacks.each(2, (inner, other, quarter) -> {
				seen.add(10 * outer + inner);
				return false;
			});
			return false;
		});
		assertThat(seen).containsExactly(0, 1, 10, 11, 20, 21);
	}

	@Test
	void areOneFunctionWhileTheyAreKept() {
		AtomicReference<Integer> last = new AtomicReference<>();
		IntConsumer handler = last::set;
		this.callbacks.setHandler(handler);
		assertThat(this.callbacks.setHandler(handler)).isTrue();
		this.callbacks.fire(5);
		assertThat(last).hasValue(5);
		this.callbacks.fireElsewhere(6);
		assertThat(last).hasValue(6);
		assertThat(this.callbacks.setHandler((value) -> {
			throw new IllegalStateException("kept " + value);
		})).isFalse();
		assertThatThrownBy(() -> this.callbacks.fire(7)).hasMessage("kept 7");
		this.callbacks.fireElsewhere(8);
		this.callbacks.setHandler(handler);
		assertThat(this.module.module().reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(this.callbacks.setHandler(handler)).isFalse();
	}

	@Test
	void areALineOfTheLogWhenTheLibraryKeepsManyOfThem() {
		Logger logger = (Logger) LoggerFactory.getLogger("dev.relib.marshal.PlainCallbacks");
		ListAppender<ILoggingEvent> records = new ListAppender<>();
		records.start();
		logger.addAppender(records);
		try {
			for (int i = 0; i < 1001; i++) {
				int number = i;
				this.callbacks.setHandler((value) -> assertThat(value).isEqualTo(number));
			}
		}
		finally {
			logger.detachAppender(records);
		}
		assertThat(records.list).extracting(ILoggingEvent::getFormattedMessage)
			.singleElement()
			.asString()
			.startsWith("Module 'callbacks' keeps 1,000 callbacks by now, the last one as argument handler of ")
			.contains("Callbacks.setHandler");
	}

	@Test
	void areZeroWhenTheyAreCalledTooLate() {
		this.callbacks.leak((index, name, half) -> true);
		assertThat(this.callbacks.useLeaked()).isZero();
		assertThat(this.callbacks.useLeaked()).isZero();
	}

	record Cell(int value) {
	}

	@FunctionalInterface
	interface Comparison {

		int compare(Cell a, Cell b);

	}

	@FunctionalInterface
	interface Visitor {

		@RelibInt
		boolean visit(int index, Optional<String> name, double half) throws IOException;

	}

	@RelibExports(plain = true)
	interface Callbacks {

		void sort(int[] numbers, long count, Comparison comparison);

		int each(int count, Visitor visitor) throws IOException;

		@RelibInt
		boolean isThere(@Nullable Visitor visitor);

		int visitElsewhere(Visitor visitor) throws IOException;

		@RelibInt
		boolean setHandler(@RelibKept IntConsumer handler);

		void fire(int value);

		void fireElsewhere(int value);

		void fillNames(String[] names, int[] numbers, IntConsumer handler);

		void leak(Visitor visitor);

		int useLeaked();

	}

}
