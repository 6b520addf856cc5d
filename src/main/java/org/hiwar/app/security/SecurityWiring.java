package org.hiwar.app.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.hiwar.app.web.Failures;
import org.hiwar.app.web.Problems;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.web.Listening;
import org.hiwar.workspace.access.AccessPolicy;
import org.hiwar.workspace.access.Sessions;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The outer wall: what strangers may reach stands here, the rest of the interface is for users,
/// everything else is refused. Which user may call which endpoint is said at the endpoint
/// (`EndpointGate`).
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
  @Bean
  Exposure exposure(Listening listening, Environment environment) {
    return Exposure.of(listening, environment);
  }

  @Bean
  AccessPolicy accessPolicy(Exposure exposure) {
    return new AccessPolicy(exposure.loopback());
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, OwnOrigins own, Sessions sessions, RateLimits limits, Failures failures)
      throws Exception {
    return http.csrf(
            AbstractHttpConfigurer
                ::disable) // CommandGuard does it, for requests that carry no token
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .defaultsDisabled()
                    .httpStrictTransportSecurity(_ -> {})
                    .addHeaderWriter(new PageHeaders()))
        .addFilterBefore(new CommandGuard(own), AuthorizationFilter.class)
        .addFilterBefore(new SessionFilter(sessions, limits, failures), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (_, response, _) -> Problems.write(response, Problems.notLoggedIn()))
                    .accessDeniedHandler(
                        (_, response, _) -> Problems.write(response, Refusal.notAllowed())))
        .authorizeHttpRequests(
            request ->
                request
                    .dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/login")
                    .permitAll()
                    .requestMatchers("/api/chat/**", "/api/demo/**", "/api/webhooks/**")
                    .permitAll()
                    .requestMatchers("/api/**", "/v3/**")
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, "/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /// Users are recognised by their session alone; no user and no password is made up at the start.
  @Bean
  AuthenticationManager nobodyElse() {
    return authentication -> {
      throw new ProviderNotFoundException(
          "nobody logs in this way: " + authentication.getClass().getSimpleName());
    };
  }

  @Bean
  WebMvcConfigurer endpoints() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EndpointGate());
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserArgument());
      }
    };
  }
}
