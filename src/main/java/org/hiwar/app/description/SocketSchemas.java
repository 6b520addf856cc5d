package org.hiwar.app.description;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hiwar.desktop.wire.DeskEvent;
import org.hiwar.desktop.wire.WriteAnswer;
import org.jspecify.annotations.Nullable;

/// What crosses the desk's socket from the server to the desktop. OpenAPI describes no sockets, so
/// it stands among the schemas: `ToDesktop`, one of events, heartbeat, resync and the answers to
/// messages.
final class SocketSchemas {
  private static final String EVENT = "DeskEvent";
  private static final String TYPE = "type";

  private SocketSchemas() {}

  static Map<String, Schema<?>> all() {
    var all = new TreeMap<String, Schema<?>>();
    var union = new JsonSchema();
    var names = new Discriminator().propertyName(TYPE);
    for (var event : DeskEvent.class.getAnnotation(JsonSubTypes.class).value()) {
      var name = event.value().getSimpleName();
      resolve(event.value(), all);
      all.put(name, tagged(event.name(), Objects.requireNonNull(all.get(name), name)));
      union.addOneOfItem(reference(name));
      names.mapping(event.name(), reference(name).get$ref());
    }
    var answers =
        new ArrayList<Schema<?>>(
            List.of(reference("DeskFrame"), reference("DeskHeartbeat"), reference("DeskResync")));
    all.put(EVENT, union.discriminator(names));
    all.put(
        "DeskFrame",
        object(
            "The events of one turn of a desk. An offset at or below one's own is dropped.",
            Map.of("offset", type("integer"), "events", type("array").items(reference(EVENT)))));
    all.put(
        "DeskHeartbeat",
        object(
            "Every second. Without one for 2 s, or with `healthy` false, the desk is not in sync.",
            Map.of("heartbeat", constant("boolean", true), "healthy", type("boolean"))));
    all.put(
        "DeskResync",
        object("Read the snapshot again.", Map.of("resync", constant("boolean", true))));
    for (var answer : WriteAnswer.class.getPermittedSubclasses()) {
      resolve(answer, all);
      answers.add(reference(answer.getSimpleName()));
    }
    all.put(
        "ToDesktop",
        new JsonSchema()
            .description("What the server sends over /api/desk/socket.")
            .oneOf(answers));
    return all;
  }

  private static void resolve(Class<?> type, Map<String, Schema<?>> into) {
    var resolved =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(
        (name, schema) -> {
          if (!name.equals(EVENT)) into.putIfAbsent(name, schema);
        });
  }

  /// The record's own parts and the word that tells it apart.
  private static Schema<?> tagged(String word, Schema<?> record) {
    var properties = new TreeMap<String, Schema<?>>();
    parts(record, properties);
    properties.put(TYPE, constant("string", word));
    return object(null, properties);
  }

  private static void parts(Schema<?> schema, Map<String, Schema<?>> into) {
    if (schema.getProperties() != null) schema.getProperties().forEach(into::put);
    if (schema.getAllOf() != null) for (Schema<?> part : schema.getAllOf()) parts(part, into);
  }

  private static Schema<?> object(@Nullable String description, Map<String, Schema<?>> properties) {
    var schema = type("object").description(description);
    var sorted = new TreeMap<>(properties);
    sorted.forEach(schema::addProperty);
    return schema.required(new ArrayList<>(sorted.keySet()));
  }

  private static Schema<?> type(String type) {
    return new JsonSchema().types(Set.of(type));
  }

  private static Schema<?> constant(String type, Object value) {
    var schema = type(type);
    schema.setConst(value);
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new JsonSchema().$ref("#/components/schemas/" + name);
  }
}
