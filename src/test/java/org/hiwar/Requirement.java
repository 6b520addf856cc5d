package org.hiwar;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which lines of docs/spec/requirements.md a test proves. The table docs/requirements.md is
/// printed from these.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requirement {
  /// Ids such as `S0-13`.
  String[] value();
}
