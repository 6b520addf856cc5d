package org.hiwar.app.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/// JSON means what the records say: a component that is not `@Nullable` must be there and not be
/// null. So no endpoint has to look for nulls that its types rule out, nor for texts that cannot be
/// kept.
@Configuration(proxyBeanMethods = false)
class JsonWiring {
  @Bean
  JsonMapperBuilderCustomizer recordsMeanWhatTheySay() {
    return mapper -> mapper.annotationIntrospector(new NullnessIntrospector());
  }

  @Bean
  JsonMapperBuilderCustomizer textsCanBeKept() {
    return mapper ->
        mapper.addModule(
            new SimpleModule("texts").addDeserializer(String.class, new StorableTexts()));
  }

  private static final class NullnessIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isNeeded(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      return isNeeded(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : super.findSetterInfo(config, annotated);
    }

    private static boolean isNeeded(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getDeclaringClass().isRecord()
          && parameter.getDeclaringClass().getName().startsWith("org.hiwar.")
          && parameter.getMember() instanceof Executable constructor
          && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
              Nullable.class);
    }
  }
}
