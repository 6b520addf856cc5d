package org.hiwar.template;

import java.util.List;
import java.util.Map;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// What is known of where an agent writes.
///
/// @param services that it is about, the newest first
/// @param languages the customer's, the surest first
/// @param names values that are the same in every language
record Scene(List<ServiceId> services, List<String> languages, Map<Variable, String> names) {
  Scene {
    services = List.copyOf(services);
    languages = List.copyOf(languages);
    names = Map.copyOf(names);
  }

  /// The one that it is about now; null: none is known.
  @Nullable ServiceId service() {
    return services.isEmpty() ? null : services.getFirst();
  }
}
