// SPDX-License-Identifier: Apache-2.0
package dev.relib.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.relib.module.Hazard;
import dev.relib.module.Inspection;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.NeededLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Formats an inspection as lines of text.
 */
final class InspectionText {

	private final List<String> lines = new ArrayList<>();

	private InspectionText() {
	}

	static List<String> lines(Inspection inspection) {
		InspectionText text = new InspectionText();
		text.add(inspection);
		return text.lines;
	}

	private void add(Inspection inspection) {
		this.lines.add(inspection.path() + ": " + inspection.format() + ", " + inspection.size() + " bytes");
		value("platform", inspection.platform().toString());
		value("kind", inspection.kind().name().toLowerCase(Locale.ROOT));
		value("soname", inspection.linkage().soname());
		value("build id", inspection.linkage().buildId());
		value("run path", inspection.linkage().runPath());
		section("build info",
				inspection.buildInfo()
					.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + " " + entry.getValue())
					.toList());
		String contract = inspection.contract();
		section("contract", (contract != null) ? contract.lines().toList() : List.of());
		section("exports", inspection.exports());
		section("imports", inspection.imports());
		section("needed libraries", inspection.needed().stream().map(InspectionText::line).toList());
		section("symbols offered", inspection.symbols().offered().stream().map(InspectionText::line).toList());
		section("symbols needed", inspection.symbols().needed().stream().map(LibrarySymbol::toString).toList());
		if (inspection.symbols().omitted() > 0) {
			value("symbols left out", String.valueOf(inspection.symbols().omitted()));
		}
		section("hazards", inspection.hazards().stream().map(Hazard::toString).toList());
	}

	private void value(String name, @Nullable String value) {
		if (value != null) {
			this.lines.add(name + ": " + value);
		}
	}

	private void section(String name, List<String> content) {
		this.lines.add(name + ":" + (content.isEmpty() ? " none" : ""));
		content.forEach((line) -> this.lines.add("  " + line));
	}

	private static String line(NeededLibrary library) {
		String place = switch (library.status()) {
			case FOUND -> library.path() + "";
			case MISSING -> "MISSING";
			case NOT_SEARCHED -> "not looked for on this platform";
		};
		return library.name() + ": " + place + ", needed by " + library.neededBy()
				+ library.missingVersions()
					.stream()
					.map((version) -> ", MISSING version " + version)
					.reduce("", String::concat);
	}

	private static String line(LibrarySymbol symbol) {
		return symbol + " (" + symbol.type().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
	}

}
