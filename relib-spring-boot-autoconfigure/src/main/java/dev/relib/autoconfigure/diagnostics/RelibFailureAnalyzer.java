// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.failure.DirectoryUnavailableException;
import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.InvalidContractException;
import dev.relib.failure.LinkerUnavailableException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.NativeAccessException;
import dev.relib.failure.RelibException;
import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.failure.UnknownModuleException;
import dev.relib.failure.UnusableKeyException;
import dev.relib.spring.EmptyPolicyException;
import dev.relib.spring.MissingModulePathException;
import dev.relib.spring.ModuleInjectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;

/**
 * Explains the failures of native modules that a change of configuration or library can
 * mend. Exceptions from calls of a module, such as a panic, keep their stack trace.
 */
final class RelibFailureAnalyzer extends AbstractInjectionFailureAnalyzer<RelibException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RelibException cause,
			@Nullable String description) {
		boolean injected = findCause(rootFailure, ModuleInjectionException.class) != null;
		String action = action(cause);
		if (action == null) {
			return null;
		}
		return new FailureAnalysis(problem(cause) + ((injected && description != null)
				? String.format("%n%nIt is required by:%n%n\t%s", description) : ""), action, cause);
	}

	private static String problem(RelibException cause) {
		if (cause instanceof ModuleLoadException load) {
			return "The native module '" + load.module() + "' could not be loaded from " + load.source().location()
					+ ": " + load.problem() + ".";
		}
		if (cause instanceof UnknownModuleException unknown) {
			return "There is no native module '" + unknown.module() + "'.";
		}
		if (cause instanceof MissingModulePathException missing) {
			return "The native module '" + missing.module() + "' is configured without a path to its library.";
		}
		if (cause instanceof DuplicateModuleException duplicate) {
			return "There is already a native module named '" + duplicate.module() + "'.";
		}
		if (cause instanceof UnusableKeyException key) {
			return "The public key " + key.location() + " can not be used: " + key.problem() + ".";
		}
		if (cause instanceof EmptyPolicyException empty) {
			return "The property " + empty.property() + " is empty or contains an empty value.";
		}
		return cause.getMessage() + ".";
	}

	private static @Nullable String action(RelibException cause) {
		if (cause instanceof ModuleLoadException load) {
			return load.fix();
		}
		if (cause instanceof UnknownModuleException unknown) {
			String configure = "onfigure it with the property relib.modules." + unknown.module() + ".path.";
			return unknown.known().isEmpty() ? "C" + configure
					: "Use one of " + String.join(", ", unknown.known()) + ", or c" + configure;
		}
		if (cause instanceof MissingModulePathException missing) {
			return "Set the property relib.modules." + missing.module() + ".path.";
		}
		if (cause instanceof DuplicateModuleException) {
			return "Choose another name for one of the two modules.";
		}
		if (cause instanceof InvalidContractException invalid) {
			return "Correct the declaration of " + invalid.member() + ".";
		}
		if (cause instanceof DirectoryUnavailableException) {
			return "Set the property relib.directory to an existing directory that is writable and not mounted noexec.";
		}
		if (cause instanceof LinkerUnavailableException) {
			return "Set the property relib.linker to auto, which takes the fastest way that works.";
		}
		if (cause instanceof UnusableKeyException) {
			return "Set the property relib.policy.public-keys to Ed25519 public keys in PEM or DER. "
					+ "With openssl: \"openssl pkey -in <private key> -pubout\".";
		}
		if (cause instanceof EmptyPolicyException) {
			return "Set the property to its values, or remove it to lift the restriction.";
		}
		if (cause instanceof RuntimeUnavailableException || cause instanceof NativeAccessException) {
			return "If the application can do without native modules, set relib.enabled to false.";
		}
		return null;
	}

}
