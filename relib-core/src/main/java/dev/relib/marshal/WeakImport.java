// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.ref.WeakReference;

import dev.relib.link.PassedType;
import dev.relib.link.UpcallTarget;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An import as linkers keep it, which may be until the process ends. An application
 * context stands behind an import, so that the stub alone holds the import itself. After
 * the host has left, each call fails.
 */
final class WeakImport implements UpcallTarget {

	private final WeakReference<ImportDispatch> dispatch;

	private final PassedType returns;

	WeakImport(ImportDispatch dispatch) {
		this.dispatch = new WeakReference<>(dispatch);
		this.returns = dispatch.shape().returns();
	}

	@Override
	public @Nullable Object call(Object[] values) {
		ImportDispatch found = this.dispatch.get();
		if (found == null) {
			LentMemory.putByte((Long) values[0], ExportCall.PANICKED);
			return this.returns.zero();
		}
		return found.call(values);
	}

}
