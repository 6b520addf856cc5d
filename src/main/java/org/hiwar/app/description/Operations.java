package org.hiwar.app.description;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hiwar.app.security.Admission;
import org.springframework.web.method.HandlerMethod;

/// Completes what springdoc finds out about an endpoint: a name, a summary, whom it admits, the
/// refusals.
final class Operations {
  private static final String API = "Api";

  private Operations() {}

  static Operation complete(Operation operation, HandlerMethod endpoint) {
    var method = endpoint.getMethod().getName();
    var group = endpoint.getBeanType().getSimpleName().replace(API, "");
    operation.setTags(List.of(group));
    operation.setOperationId(
        Character.toLowerCase(group.charAt(0)) + group.substring(1) + "." + method);
    if (operation.getSummary() == null) operation.setSummary(words(method));
    if (operation.getDescription() == null)
      operation.setDescription(admitted(Admission.to(endpoint)));
    if (Admission.to(endpoint) instanceof Admission.Everybody) operation.setSecurity(List.of());
    statuses(operation, Admission.to(endpoint)).stream()
        .sorted()
        .forEach(
            status ->
                operation
                    .getResponses()
                    .addApiResponse(status, ProblemResponses.reference(status)));
    return operation;
  }

  private static List<String> statuses(Operation operation, Admission admission) {
    var statuses = new ArrayList<>(List.of("429", "500", "503"));
    if (!(admission instanceof Admission.Everybody)) statuses.addAll(List.of("401", "403"));
    if (operation.getRequestBody() != null)
      statuses.addAll(List.of("400", "401", "403", "409", "413", "422"));
    if (operation.getParameters() != null) {
      if (operation.getParameters().stream()
          .anyMatch(parameter -> "path".equals(parameter.getIn())))
        statuses.addAll(List.of("404", "409"));
      if (operation.getParameters().stream()
          .anyMatch(parameter -> "query".equals(parameter.getIn()))) statuses.add("400");
    }
    return statuses;
  }

  private static String admitted(Admission admission) {
    return switch (admission) {
      case Admission.Everybody _ -> "For everybody, without a session.";
      case Admission.EveryUser _ -> "For every user.";
      case Admission.With(var privilege) -> "Needs the privilege " + privilege + ".";
      case Admission.Nobody _ -> "For nobody.";
    };
  }

  /// `changePassword` as *Change password*.
  private static String words(String method) {
    var words = method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
