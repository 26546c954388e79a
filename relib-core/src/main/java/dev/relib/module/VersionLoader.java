package dev.relib.module;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.relib.ModuleSource;
import dev.relib.contract.ContractInterface;
import dev.relib.contract.FunctionSignature;
import dev.relib.image.Hazard;
import dev.relib.image.PrivateCopy;
import dev.relib.link.ImportStub;
import dev.relib.link.Linker;
import dev.relib.os.LoaderException;
import dev.relib.os.PrivateDirectory;
import dev.relib.os.ProcessMaps;
import dev.relib.policy.LibraryPolicy;
import dev.relib.runtime.Cleanup;
import dev.relib.runtime.ModuleRuntime;
import dev.relib.runtime.RuntimeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a library file into a version that can be called. All that can be refused is
 * refused before the library is opened.
 */
public final class VersionLoader {

	private static final Logger logger = LoggerFactory.getLogger(VersionLoader.class);

	/** How long what a library's constructors have begun may take to end. */
	private static final Duration CONSTRUCTORS = Duration.ofSeconds(2);

	private final PrivateDirectory directory;

	private final Linker linker;

	private final RuntimeLibrary runtimes;

	/**
	 * Creates a loader.
	 * @param directory where the copies that are loaded go
	 * @param linker how modules are called
	 * @param runtimes who keeps accounts of them
	 */
	public VersionLoader(PrivateDirectory directory, Linker linker, RuntimeLibrary runtimes) {
		this.directory = directory;
		this.linker = linker;
		this.runtimes = runtimes;
	}

	/**
	 * Loads a version.
	 * @param id the version's id
	 * @param source the module and its library
	 * @param policy what the library must satisfy
	 * @param options how it is to be treated
	 * @param interfaces what it must export
	 * @param imports what it may import
	 * @return the version, to be unloaded by the caller
	 * @throws dev.relib.ModuleLoadException saying what is wrong with it; nothing of it
	 * is left then
	 */
	public ModuleVersion load(long id, ModuleSource source, LibraryPolicy policy, ModuleOptions options,
			List<ContractInterface> interfaces, ImportStubs imports) {
		PrivateCopy copy = policy.copy(source, this.directory);
		try {
			LibraryInspection inspection = LibraryInspection.of(source, copy.path(), options);
			interfaces.forEach(inspection.library()::requireExports);
			Map<FunctionSignature, ImportStub> stubs = inspection.library().imports(imports);
			prepare(source, copy, inspection, options);
			return open(new Candidate(id, source, copy, inspection, options), interfaces, stubs, imports);
		}
		catch (RuntimeException | Error ex) {
			copy.delete();
			throw ex;
		}
	}

	/**
	 * What was found is logged, as far as it is still true of what is loaded.
	 */
	private static void prepare(ModuleSource source, PrivateCopy copy, LibraryInspection inspection,
			ModuleOptions options) {
		boolean unpin = options.unpin() && inspection.hazards().stream().anyMatch(Hazard::pins);
		if (unpin) {
			copy.unpin(source);
		}
		inspection.hazards()
			.stream()
			.filter((hazard) -> !(unpin && hazard.pins()))
			.forEach((hazard) -> logger.warn("Module '{}' ({}): {}", source.module(), source.path(), hazard));
	}

	private ModuleVersion open(Candidate candidate, List<ContractInterface> interfaces,
			Map<FunctionSignature, ImportStub> stubs, ImportStubs imports) {
		OwnerThread owner = new OwnerThread(candidate.source().module(), candidate.id());
		ModuleRuntime runtime = candidate.library()
			.openRuntime(this.runtimes, candidate.copy().path(), candidate.options());
		try {
			return owner.run(() -> {
				OpenLibrary library = new OpenLibrary(runtime.open(() -> openLibrary(candidate)), this.linker);
				ModuleVersion version = new ModuleVersion(candidate, library, runtime, owner, imports, stubs.keySet());
				attach(version, interfaces, stubs, candidate.options().unloading());
				return version;
			});
		}
		catch (RuntimeException | Error ex) {
			owner.end();
			if (ProcessMaps.of(candidate.copy().path()).isEmpty()) {
				runtime.close(Cleanup.ALL);
			}
			else {
				VersionUnloader.pin(imports);
			}
			throw ex;
		}
	}

	private static void attach(ModuleVersion version, List<ContractInterface> interfaces,
			Map<FunctionSignature, ImportStub> stubs, boolean unloading) {
		OpenLibrary library = version.library();
		try {
			version.runtime().attach(library::symbol);
			stubs.forEach((function, stub) -> library.fillSlots(function, stub));
			interfaces.forEach(version::bind);
		}
		catch (RuntimeException | Error ex) {
			if (unloading && isIdle(version.runtime())) {
				version.runtime().beforeClose();
				library.close();
			}
			else {
				logger.warn("Module '{}' stays mapped until the process ends, though it was refused",
						version.source().module());
				VersionUnloader.pin(version);
			}
			throw ex;
		}
	}

	/**
	 * Constructors may have started threads and registered destructors.
	 */
	private static boolean isIdle(ModuleRuntime runtime) {
		if (!Patience.wait(CONSTRUCTORS, () -> runtime.threads().isEmpty())) {
			return false;
		}
		runtime.joinEndedThreads();
		if (!runtime.endDestructors(Cleanup.ALL, CONSTRUCTORS)) {
			return false;
		}
		runtime.endStatics();
		boolean idle = Patience.wait(CONSTRUCTORS, () -> runtime.threads().isEmpty());
		runtime.joinEndedThreads();
		return idle;
	}

	/**
	 * Leaves a version in the process that will not be unloaded any more, once the gate
	 * lets nobody onto it. Its destructors run when threads or the process end: unless
	 * code of it is running, they call no Java code, which may have ended by then.
	 * @param version the version
	 * @param idle whether no call of it is running
	 */
	public void leave(ModuleVersion version, boolean idle) {
		VersionUnloader.pin(version);
		if (idle && version.runtime().threads().isEmpty()) {
			version.imported()
				.forEach((function) -> version.library().fillSlots(function, this.runtimes.absentImport(function)));
		}
	}

	private static long openLibrary(Candidate candidate) {
		try {
			return candidate.library().open(candidate.copy().path());
		}
		catch (LoaderException ex) {
			throw new LibraryOpenException(candidate.source(), candidate.copy().path(), ex);
		}
	}

}
