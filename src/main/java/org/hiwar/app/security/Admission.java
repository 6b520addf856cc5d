package org.hiwar.app.security;

import java.lang.reflect.AnnotatedElement;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.ForEveryUser;
import org.hiwar.workspace.access.ForEverybody;
import org.hiwar.workspace.access.Requires;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// Whom an endpoint admits, as its annotations say; those of the method go before those of its class.
sealed interface Admission {
  record Everybody() implements Admission {}

  record EveryUser() implements Admission {}

  record With(Privilege privilege) implements Admission {}

  record Nobody() implements Admission {}

  static Admission to(HandlerMethod endpoint) {
    var ofMethod = of(endpoint.getMethod());
    return ofMethod instanceof Nobody ? of(endpoint.getBeanType()) : ofMethod;
  }

  private static Admission of(AnnotatedElement element) {
    var requires = AnnotatedElementUtils.findMergedAnnotation(element, Requires.class);
    if (requires != null) return new With(requires.value());
    if (AnnotatedElementUtils.hasAnnotation(element, ForEveryUser.class)) return new EveryUser();
    if (AnnotatedElementUtils.hasAnnotation(element, ForEverybody.class)) return new Everybody();
    return new Nobody();
  }
}
