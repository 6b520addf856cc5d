package org.hiwar.app.description;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.models.Components;
import java.util.Objects;

/// What tells the records of a sealed type apart: the names that stand in JSON, which are not those
/// of the records.
final class NamedKinds {
  private NamedKinds() {}

  static void name(Components components, Class<?> sealed) {
    var discriminator =
        Objects.requireNonNull(components.getSchemas().get(sealed.getSimpleName()))
            .getDiscriminator();
    for (var kind : sealed.getAnnotation(JsonSubTypes.class).value())
      discriminator.mapping(
          kind.name(), Components.COMPONENTS_SCHEMAS_REF + kind.value().getSimpleName());
  }
}
