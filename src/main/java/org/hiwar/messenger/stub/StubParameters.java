package org.hiwar.messenger.stub;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The parameters of a template that was sent: by their names, or numbered in their order.
final class StubParameters {
  private StubParameters() {}

  static Map<String, String> of(JsonNode template) {
    var all = new LinkedHashMap<String, String>();
    for (var component : template.path("components"))
      if (component.path("type").asString("").equals("body"))
        for (var parameter : component.path("parameters"))
          all.put(
              parameter.path("parameter_name").asString(Integer.toString(all.size() + 1)),
              parameter.path("text").asString(""));
    return all;
  }
}
