// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.facades;

import dev.relib.test.FacadesOf;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@FacadesOf("proxy")
class ProxyFacadeTests extends AbstractFacadeTests {

	@Test
	void isAProxy() {
		assertThat(isProxy(this.abacus)).isTrue();
	}

}
