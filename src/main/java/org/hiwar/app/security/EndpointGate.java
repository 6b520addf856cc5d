package org.hiwar.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.platform.Refusal;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets through to an endpoint whom its annotations admit, and nobody to an endpoint without any.
final class EndpointGate implements HandlerInterceptor {
  /// As many as there are endpoints: what their annotations say never changes, and to look for them
  /// takes as long as a quick command.
  private final Map<Endpoint, Admission> admissions = new ConcurrentHashMap<>();

  private record Endpoint(Class<?> of, Method method) {}

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod endpoint)) return true;
    boolean admitted =
        switch (admission(endpoint)) {
          case Admission.Everybody _ -> true;
          case Admission.EveryUser _ -> CurrentUserArgument.current().isPresent();
          case Admission.With(var privilege) ->
              CurrentUserArgument.current().filter(user -> user.may(privilege)).isPresent();
          case Admission.Nobody _ -> false;
        };
    if (!admitted) throw Refusal.notAllowed();
    return true;
  }

  private Admission admission(HandlerMethod endpoint) {
    return admissions.computeIfAbsent(
        new Endpoint(endpoint.getBeanType(), endpoint.getMethod()), _ -> Admission.to(endpoint));
  }
}
