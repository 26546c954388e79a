// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.ForbiddenLocationException;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.failure.WritableLibraryException;
import dev.relib.image.PrivateCopy;
import dev.relib.module.ModuleSource;
import dev.relib.os.OpenFile;
import dev.relib.os.PrivateDirectory;

/**
 * Copies a library and checks the copy: the bytes that were checked are the bytes that
 * run.
 */
public final class VerifiedCopy {

	private VerifiedCopy() {
	}

	/**
	 * Copies a library that satisfies a policy. Location and permissions are those of the
	 * open file that is copied; checksum and signature are those of the copy.
	 * @param policy the policy
	 * @param source the module and its library
	 * @param directory the directory of the copy
	 * @param maxSize the largest accepted size of the library in bytes
	 * @return the copy, to be deleted by the caller
	 * @throws dev.relib.failure.UnreadableLibraryException if the file is missing,
	 * unreadable or too large
	 * @throws ForbiddenLocationException if it is outside the allowed directories
	 * @throws WritableLibraryException if another user can change it
	 * @throws ChecksumMismatchException if its checksum differs from the policy's
	 * @throws LibrarySignatureException if it lacks the signature that the policy
	 * requires
	 */
	public static PrivateCopy copy(LibraryPolicy policy, ModuleSource source, PrivateDirectory directory,
			long maxSize) {
		try (OpenFile file = PrivateCopy.open(source, maxSize)) {
			if (!policy.trustedLocation()) {
				new LocationCheck(source, policy).require(file);
			}
			PrivateCopy copy = PrivateCopy.of(source, file, directory, maxSize);
			try {
				return new ContentCheck(source, policy).require(copy);
			}
			catch (RuntimeException | Error ex) {
				copy.delete();
				throw ex;
			}
		}
	}

}
