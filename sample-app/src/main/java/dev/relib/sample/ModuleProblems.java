// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.ModulePanicException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers requests that fail in a module with problem details.
 */
@RestControllerAdvice
class ModuleProblems {

	@ExceptionHandler
	ProblemDetail closed(ModuleClosedException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail panicked(ModulePanicException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, ex.getMessage());
	}

}
