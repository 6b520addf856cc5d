package org.hiwar.app.description;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.hiwar.campaign.rule.Quota;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.SessionCookie;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The description of the programming interface. Committed as docs/openapi.json, from which the
/// desktop's types are made; from the running server only who has the privilege for it may read it.
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {
  private static final String SESSION = "session";
  private static final String ABOUT =
      """
      Requests of users carry the cookie that the log-in gave. Whatever changes something also carries `X-Hiwar: 1` and an \
      `Origin` of the server's own. Refusals are problem details (RFC 9457) whose `type` is `urn:hiwar:problem:<code>`. \
      An id is a decimal string; an id of another workspace is answered like one that does not exist.\
      """;

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Hiwar").version("1").description(ABOUT))
        .addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  @Bean
  GlobalOpenApiCustomizer components() {
    return api -> {
      api.setServers(null);
      RequestParts.mayLeaveOutWhatMayBeNull(api);
      var components = api.getComponents();
      NamedKinds.name(components, Quota.class);
      SocketSchemas.all().forEach(components::addSchemas);
      components.addSecuritySchemes(
          SESSION,
          new SecurityScheme()
              .type(SecurityScheme.Type.APIKEY)
              .in(SecurityScheme.In.COOKIE)
              .name(SessionCookie.NAME));
      components.addSchemas(ProblemResponses.SCHEMA, ProblemResponses.schema());
      ProblemResponses.all().forEach(components::addResponses);
    };
  }

  @Bean
  GlobalOperationCustomizer operations() {
    return Operations::complete;
  }

  @Bean
  ModelConverter recordsSayWhatMayBeNull() {
    return new RecordNullness();
  }
}
