package dev.relib.image;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.image.format.FileFormat;
import dev.relib.os.Platform;

/**
 * A file is not a whole dynamic library of a format that can be loaded here.
 */
public final class NotALibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	NotALibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	static NotALibraryException of(ModuleSource source, FileFormat format) {
		String here = Platform.current().toString();
		return switch (format.content()) {
			case FOREIGN_LIBRARY ->
				new NotALibraryException(source, "it is " + format.description() + ", this JVM runs on " + here,
						"Build it for " + here + ", or point the module's path at a build for it.");
			case PROGRAM ->
				new NotALibraryException(source, notALibrary(format), "Link it with -shared, as a library.");
			case OBJECT_FILE ->
				new NotALibraryException(source, notALibrary(format), "Link it into a shared library (cc -shared).");
			case ARCHIVE -> new NotALibraryException(source, notALibrary(format),
					"Link what is in it into a library: cc -shared -Wl,--whole-archive ….a -Wl,--no-whole-archive.");
			case LINKER_SCRIPT ->
				new NotALibraryException(source, notALibrary(format), "Name the library that the text names.");
			case LIBRARY, OTHER -> new NotALibraryException(source, notALibrary(format),
					"Point the module's path at a library (cc -shared).");
		};
	}

	private static String notALibrary(FileFormat format) {
		return "it is not an ELF library but " + format.description();
	}

}
