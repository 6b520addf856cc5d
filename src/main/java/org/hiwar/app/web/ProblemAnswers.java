package org.hiwar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns everything that can go wrong in a request into a problem.
@RestControllerAdvice
class ProblemAnswers {
  private final Failures failures;

  ProblemAnswers(Failures failures) {
    this.failures = failures;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
    return Problems.answer(refusal);
  }

  /// An id in the path that cannot be one is unknown like any other.
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadableParameter(MethodArgumentTypeMismatchException mismatch) {
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) return Problems.answer(Refusal.notFound());
    return Problems.answer(new Refusal(400, "unreadable", "The parameter " + mismatch.getName() + " cannot be read. Correct it.", Map.of()));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadableBody(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) return Problems.answer(refusal);
      if (cause instanceof BodyLimit.TooLarge) return Problems.answer(BodyLimit.refusal());
    }
    return Problems.answer(new Refusal(400, "unreadable", "The body of the request cannot be read: a value is missing, or of another kind than described.", Map.of()));
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Map<String, Object>> anything(Exception exception, HttpServletRequest request) {
    if (exception instanceof ErrorResponse response && response.getStatusCode().is4xxClientError())
      return Problems.answer(StatusRefusals.of(response.getStatusCode().value()));
    return Problems.answer(failures.refusal(exception, request.getMethod() + " " + request.getRequestURI()));
  }
}
