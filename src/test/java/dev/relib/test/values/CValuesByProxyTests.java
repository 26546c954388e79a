// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import dev.relib.test.FacadesOf;

/**
 * The same where no processor has seen the interfaces.
 */
@FacadesOf("proxy")
class CValuesByProxyTests extends CValuesTests {

}
