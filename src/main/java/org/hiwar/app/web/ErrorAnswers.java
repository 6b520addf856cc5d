package org.hiwar.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.hiwar.workspace.access.ForEverybody;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The answer to what failed outside every endpoint.
@RestController
class ErrorAnswers implements ErrorController {
  private static final int UNKNOWN = 404;
  private final Failures failures;

  ErrorAnswers(Failures failures) {
    this.failures = failures;
  }

  @RequestMapping("/error")
  @ForEverybody
  ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)
      return Problems.answer(failures.refusal(failure, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
    return Problems.answer(StatusRefusals.of(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : UNKNOWN));
  }
}
