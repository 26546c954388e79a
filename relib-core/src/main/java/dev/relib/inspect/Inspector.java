// SPDX-License-Identifier: Apache-2.0
package dev.relib.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.relib.contract.Contract;
import dev.relib.contract.ContractSyntaxException;
import dev.relib.contract.Direction;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.image.KitDescriptor;
import dev.relib.image.LibraryImage;
import dev.relib.image.UpstreamInfo;
import dev.relib.image.format.FileFormat;
import dev.relib.image.search.NeededLibraries;
import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;
import dev.relib.module.Inspection;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary.Status;
import dev.relib.module.NeededLibrary;
import dev.relib.module.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the inspection of one library.
 */
final class Inspector {

	private final ModuleSource source;

	private final Path library;

	private final LibraryImage image;

	private final List<Hazard> hazards;

	Inspector(Path library) {
		Path name = library.getFileName();
		this.source = ModuleSource.of((name != null) ? name.toString() : "", library);
		this.library = library;
		this.image = LibraryImage.read(this.source, library);
		this.hazards = new ArrayList<>(this.image.hazards());
	}

	Inspection inspect() {
		Contract contract = contract();
		List<NeededLibrary> needed = needed();
		NeededHazards.of(needed).forEach(this.hazards::add);
		try {
			return new Inspection(this.library, Files.size(this.library), FileFormat.of(this.library).description(),
					this.image.platform(), kind(), buildInfo(),
					this.image.kit().map(KitDescriptor::contract).orElse(null),
					(contract != null) ? contract.functions(Direction.EXPORTS) : this.image.relibFunctions(),
					(contract != null) ? contract.functions(Direction.IMPORTS) : this.image.relibSlots(),
					this.image.linkage(), needed, this.image.symbolTable(), this.hazards);
		}
		catch (IOException ex) {
			throw UnreadableLibraryException.of(this.source, ex);
		}
	}

	private @Nullable Contract contract() {
		try {
			return this.image.kit().map((kit) -> Contract.parse(kit.contract())).orElse(null);
		}
		catch (ContractSyntaxException ex) {
			this.hazards.add(new Hazard(Type.UNREADABLE_CONTRACT, ex.getMessage(),
					"Build it again with the bindings of this host's version."));
			return null;
		}
	}

	private ModuleKind kind() {
		if (this.image.kit().isPresent()) {
			return ModuleKind.KIT;
		}
		return this.image.upstream().isPresent() ? ModuleKind.UPSTREAM : ModuleKind.PLAIN;
	}

	private Map<String, String> buildInfo() {
		return this.image.kit()
			.map(KitDescriptor::buildInfo)
			.or(() -> this.image.upstream().map(UpstreamInfo::buildInfo))
			.orElse(Map.of());
	}

	private List<NeededLibrary> needed() {
		if (this.image.platform().equals(Platform.current())) {
			return NeededLibraries.of(this.library, this.image);
		}
		return this.image.needed()
			.stream()
			.map((name) -> new NeededLibrary(name, this.source.module(), Status.NOT_SEARCHED, null, List.of()))
			.toList();
	}

}
