package org.hiwar.app.security;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.hiwar.testing.RunningHiwar;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An endpoint of the running application, as its own handler mapping knows it.
record Endpoint(String method, String path, HandlerMethod handler) {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /// All that are ours, by path and method.
  static List<Endpoint> all() {
    var mapping =
        RunningHiwar.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.hiwar."))
        .flatMap(
            entry ->
                entry.getKey().getPatternValues().stream()
                    .filter(path -> !path.equals("/error"))
                    .flatMap(
                        path ->
                            entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(
                                    method -> new Endpoint(method.name(), path, entry.getValue()))))
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  Admission admission() {
    return Admission.to(handler);
  }

  /// The names in braces.
  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
