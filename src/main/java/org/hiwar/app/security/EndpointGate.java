package org.hiwar.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hiwar.platform.Refusal;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets through to an endpoint whom its annotations admit, and nobody to an endpoint without any.
final class EndpointGate implements HandlerInterceptor {
  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod endpoint)) return true;
    boolean admitted = switch (Admission.to(endpoint)) {
      case Admission.Everybody _ -> true;
      case Admission.EveryUser _ -> CurrentUserArgument.current().isPresent();
      case Admission.With(var privilege) -> CurrentUserArgument.current().filter(user -> user.may(privilege)).isPresent();
      case Admission.Nobody _ -> false;
    };
    if (!admitted) throw Refusal.notAllowed();
    return true;
  }
}
