package org.hiwar.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// As which template, approved by the provider, a message goes out.
///
/// @param name as the provider knows it
/// @param language in the provider's spelling
/// @param parameters in the order in which the provider takes them
public record TemplateUse(String name, String language, List<Parameter> parameters) {
  /// What stands in place of one of its parameters.
  ///
  /// @param name of letters, or a number that counts from 1
  public record Parameter(String name, String text) {}

  public TemplateUse {
    parameters = List.copyOf(parameters);
  }

  /// As the database has it.
  static @Nullable String written(@Nullable TemplateUse use) {
    return use == null ? null : JsonMapper.shared().writeValueAsString(use);
  }

  static @Nullable TemplateUse read(@Nullable String written) {
    return written == null ? null : JsonMapper.shared().readValue(written, TemplateUse.class);
  }
}
