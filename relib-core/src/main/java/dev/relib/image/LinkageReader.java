// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.util.Optional;

import dev.relib.image.elf.ElfDynamic;
import dev.relib.image.elf.ElfFile;
import dev.relib.image.elf.ElfVersions.Version;
import dev.relib.module.Linkage.VersionNeeded;
import dev.relib.module.Linkage;

/**
 * Reads a library's dynamic linkage.
 */
final class LinkageReader {

	private LinkageReader() {
	}

	static Linkage read(ElfFile elf) {
		Optional<String> runPath = elf.strings().lastName(ElfDynamic.RUNPATH);
		Optional<String> path = runPath.or(() -> elf.strings().lastName(ElfDynamic.RPATH));
		return new Linkage(elf.strings().lastName(ElfDynamic.SONAME).orElse(null), elf.buildId().orElse(null),
				path.orElse(null), runPath.isEmpty() && path.isPresent(), elf.dynamic().ignoresDefaultDirectories(),
				elf.versions().needed().stream().map(LinkageReader::needed).toList(),
				elf.versions().defined().stream().map(Version::name).toList());
	}

	private static VersionNeeded needed(Version version) {
		return new VersionNeeded(version.library(), version.name(), !version.weak());
	}

}
