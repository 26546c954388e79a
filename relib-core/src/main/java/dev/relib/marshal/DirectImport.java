// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import dev.relib.facade.RelibImport;
import dev.relib.facade.RelibMemory;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * An import whose generated code calls the host by itself.
 */
final class DirectImport extends RelibImport {

	private final ImportDispatch dispatch;

	private final ImportAccess access;

	DirectImport(ImportDispatch dispatch, ImportAccess access) {
		this.dispatch = dispatch;
		this.access = access;
	}

	@Override
	public @Nullable Object enter() {
		return this.access.enter();
	}

	@Override
	public void exit(@Nullable Object entered) {
		if (entered != null) {
			this.access.exit(entered);
		}
	}

	@Override
	public Object implementation() {
		return this.access.implementation();
	}

	@Override
	public RelibMemory memory() {
		return this.access.memory();
	}

	@Override
	public Object write(@Nullable Object value) {
		return this.dispatch.write(value);
	}

	@Override
	public void returned(long outcome) {
		LentMemory.putByte(outcome, ExportCall.RETURNED);
	}

	@Override
	public @Nullable Object failed(long outcome, Throwable failure) {
		return this.dispatch.failed(outcome, failure);
	}

	@Override
	public @Nullable Object call(Object... values) {
		return this.dispatch.call(values);
	}

}
