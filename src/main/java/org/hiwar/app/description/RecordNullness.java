package org.hiwar.app.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Records in the description mean what they say in Java: every component is there, and only a
/// `@Nullable` one may be null. Two records of one name would become one schema, so they are
/// refused.
final class RecordNullness implements ModelConverter {
  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) return null;
    var schema = chain.next().resolve(type, context, chain);
    var raw = Json.mapper().constructType(type.getType()).getRawClass();
    if (schema == null || !raw.isRecord() || !raw.getName().startsWith("org.hiwar.")) return schema;
    var model =
        schema.get$ref() == null
            ? schema
            : context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""));
    if (model != null && model.getProperties() != null) say(raw, model);
    return schema;
  }

  private void say(Class<?> record, Schema<?> model) {
    var other = named.putIfAbsent(record.getSimpleName(), record);
    if (other != null && other != record)
      throw new IllegalStateException(
          record + " and " + other + " would be one schema; give one of them another name");
    var components = Arrays.asList(record.getRecordComponents());
    model.setRequired(components.stream().map(RecordNullness::name).toList());
    if (!model.getProperties().keySet().containsAll(model.getRequired()))
      throw new IllegalStateException(
          record + " is described by other names than it has: " + model.getProperties().keySet());
    components.stream()
        .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .forEach(
            component ->
                model
                    .getProperties()
                    .computeIfPresent(name(component), (_, property) -> orNull(property)));
  }

  /// As it is called in JSON.
  private static String name(RecordComponent component) {
    var other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.getOneOf() != null && !property.getOneOf().isEmpty()) return property;
    if (property.get$ref() != null)
      return new JsonSchema()
          .addOneOfItem(property)
          .addOneOfItem(new JsonSchema().types(Set.of("null")));
    property.addType("null");
    if (property.getEnum() != null) property.getEnum().add(null);
    return property;
  }
}
