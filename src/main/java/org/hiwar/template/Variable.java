package org.hiwar.template;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// What a template can name: a closed list. In a text it stands between braces, as
/// `{{customer.name}}`.
public enum Variable {
  CUSTOMER_NAME("customer.name"),
  AGENT_NAME("agent.name"),
  SERVICE_NAME("service.name"),
  /// By which customers call; where the service has no number of its own, one of the workspace.
  SERVICE_NUMBER("service.number"),
  /// The day, as it is written in the language of the text.
  TODAY("today");

  private final String name;

  Variable(String name) {
    this.name = name;
  }

  static Optional<Variable> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst();
  }

  @JsonValue
  @Override
  public String toString() {
    return name;
  }
}
