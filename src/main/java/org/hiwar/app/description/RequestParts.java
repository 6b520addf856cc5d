package org.hiwar.app.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an answer holds is always there, if only as null; in a request, what may be null may as
/// well be left out.
final class RequestParts {
  private RequestParts() {}

  static void mayLeaveOutWhatMayBeNull(OpenAPI api) {
    var operations =
        api.getPaths().values().stream().flatMap(path -> path.readOperations().stream()).toList();
    var asked =
        reachable(
            api,
            operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(body -> body.getContent()));
    var answered =
        reachable(
            api,
            operations.stream()
                .flatMap(operation -> operation.getResponses().values().stream())
                .map(response -> response.getContent()));
    asked.removeAll(answered);
    for (var name : asked) {
      var schema = schema(api, name);
      if (schema.getRequired() != null)
        schema.setRequired(
            schema.getRequired().stream()
                .filter(property -> !mayBeNull(schema, property))
                .toList());
    }
  }

  private static boolean mayBeNull(Schema<?> schema, String property) {
    Schema<?> type = schema.getProperties().get(property);
    if (type == null) return false;
    return types(type).contains("null")
        || (type.getOneOf() != null
            && type.getOneOf().stream().anyMatch(one -> types(one).contains("null")));
  }

  private static Collection<String> types(Schema<?> schema) {
    return schema.getTypes() == null ? Set.of() : schema.getTypes();
  }

  private static Set<String> reachable(OpenAPI api, Stream<@Nullable Content> contents) {
    var found = new HashSet<String>();
    contents
        .filter(Objects::nonNull)
        .flatMap(content -> content.values().stream())
        .forEach(media -> collect(api, media.getSchema(), found));
    return found;
  }

  private static void collect(OpenAPI api, @Nullable Schema<?> schema, Set<String> found) {
    if (schema == null) return;
    if (schema.get$ref() != null) {
      var name = schema.get$ref().replaceFirst(".*/", "");
      if (found.add(name)) collect(api, schema(api, name), found);
    }
    inside(schema).forEach(part -> collect(api, part, found));
  }

  private static List<Schema<?>> inside(Schema<?> schema) {
    var parts = new ArrayList<Schema<?>>();
    if (schema.getItems() != null) parts.add(schema.getItems());
    if (schema.getOneOf() != null) schema.getOneOf().forEach(parts::add);
    if (schema.getProperties() != null) schema.getProperties().values().forEach(parts::add);
    if (schema.getAdditionalProperties() instanceof Schema<?> additional) parts.add(additional);
    return parts;
  }

  private static Schema<?> schema(OpenAPI api, String name) {
    var schema = api.getComponents().getSchemas().get(name);
    if (schema == null) throw new IllegalStateException("no schema is called " + name);
    return schema;
  }
}
