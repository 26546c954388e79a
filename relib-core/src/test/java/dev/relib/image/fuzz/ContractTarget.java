// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.contract.Contract;
import dev.relib.contract.ContractSyntaxException;
import dev.relib.image.fuzz.Mutator.Place;

/**
 * Reads contracts.
 */
public final class ContractTarget implements FuzzTarget {

	@Override
	public void read(Path file) throws IOException {
		Contract contract = Contract.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
		if (!Contract.parse(contract.text()).equals(contract)) {
			throw new IllegalStateException("it reads its own text as another contract");
		}
	}

	@Override
	public boolean mayThrow(Throwable thrown) {
		return thrown instanceof ContractSyntaxException;
	}

	@Override
	public List<String> words() {
		return List.of("\n", "\n  ", " ", "(", ")", ": ", ", ", " -> ", "unit", "i32", "[i32]", "exports ", "imports ",
				"A", "b", "$", "\u00e9", "\0", "relib-contract 2", "() -> unit\n  ");
	}

	@Override
	public List<Place> places(byte[] content) {
		return List.of(new Place(0, content.length), new Place(content.length / 2, content.length / 2));
	}

}
