// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandle;

import dev.relib.contract.ContractInterface;
import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.jna.JnaLinker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated code is used where it fits the interface, the linker and this host.
 */
@OnOneJdk
class GeneratedFacadesTests {

	private final CallGuard guard = new CallGuard(new CallStacks(() -> Long.MAX_VALUE),
			() -> ModuleClosedException.registryClosed("written"));

	@Test
	void belongToTheLinkerThatUsedThemFirst() {
		assertThat(facade(Written.class, new JnaLinker())).isNotInstanceOf(Written__RelibFacade.class);
		assertThat(facade(Written.class, new Named("first"))).isInstanceOf(Written__RelibFacade.class);
		assertThat(facade(Written.class, new Named("second"))).isNotInstanceOf(Written__RelibFacade.class);
		assertThat(facade(Written.class, new Named("first"))).isInstanceOf(Written__RelibFacade.class);
		assertThat(Written__RelibFacade.HANDLES.linker()).isEqualTo("first");
	}

	@Test
	void areLeftAloneWhenTheInterfaceHasChanged() {
		assertThat(facade(Changed.class, new Named("first"))).isNotInstanceOf(Changed__RelibFacade.class)
			.hasToString("Changed of module 'written'");
	}

	private Object facade(Class<?> type, Linker linker) {
		return ExportFacade.create("written", this.guard, linker, ContractInterface.of(type), 0);
	}

	/**
	 * A linker with a name, and nothing else.
	 */
	private record Named(String name) implements Linker {

		@Override
		public MethodHandle handle(FunctionShape shape) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Downcall downcallWithErrno(FunctionShape shape) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
			throw new UnsupportedOperationException();
		}

	}

}
