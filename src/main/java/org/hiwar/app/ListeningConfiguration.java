package org.hiwar.app;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.platform.web.Listening;
import org.hiwar.platform.web.Listening.Protection;
import org.hiwar.platform.web.SelfSignedCertificate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Where the web server listens. Decided, and refused where it is not safe, before the database is
/// started.
@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {
  @Bean
  Listening listening(Environment settings) {
    return Listening.from(settings);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listener(
      Listening listening, ObjectProvider<DataFolder> folder, Clock clock) {
    return server -> {
      requireFreePort(listening);
      server.setAddress(listening.address());
      switch (listening.protection()) {
        case Protection.None _ -> {}
        case Protection.Proxy _ ->
            ((ConfigurableJettyWebServerFactory) server).setUseForwardHeaders(true);
        case Protection.Certificate own -> server.setSsl(ssl(own));
        case Protection.SelfSigned _ ->
            server.setSsl(ssl(selfSigned(folder.getObject().path(), listening, clock)));
      }
    };
  }

  @Bean
  OutboundGuard outboundGuard(Listening listening, Environment settings) {
    var networks = settings.getProperty("hiwar.outbound", String[].class, new String[0]);
    return new OutboundGuard(InetAddress::getAllByName, !listening.exposed(), List.of(networks));
  }

  @Bean
  OutboundHttp outboundHttp(OutboundGuard guard) {
    return new OutboundHttp(
        guard, (SSLSocketFactory) SSLSocketFactory.getDefault(), System::nanoTime);
  }

  /// The demo pages are for trying Hiwar on one machine; nobody else is shown them.
  @Bean
  FilterRegistrationBean<Filter> demoPages(Listening listening) {
    Filter refusal =
        (request, response, chain) -> {
          if (listening.exposed())
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
          else chain.doFilter(request, response);
        };
    var registration = new FilterRegistrationBean<>(refusal);
    registration.addUrlPatterns("/demo/*", "/api/demo/*");
    return registration;
  }

  private static Protection.Certificate selfSigned(Path data, Listening listening, Clock clock) {
    try {
      return SelfSignedCertificate.in(data.resolve("tls"), listening.address(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ssl ssl(Protection.Certificate files) {
    requireReadable("HIWAR_TLS_CERT", files.certificate());
    requireReadable("HIWAR_TLS_KEY", files.key());
    var ssl = new Ssl();
    ssl.setCertificate(files.certificate().toAbsolutePath().toString());
    ssl.setCertificatePrivateKey(files.key().toAbsolutePath().toString());
    return ssl;
  }

  private static void requireReadable(String setting, Path file) {
    if (!Files.isReadable(file))
      throw new BadSetup(
          setting + "=" + file + " cannot be read; name a PEM file that this user may read.");
  }

  /// The web server takes the port last of all; whoever has it is named before anything is started
  /// in vain.
  private static void requireFreePort(Listening listening) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(
          true); // as the web server does: connections that are just ending do not matter
      probe.bind(new InetSocketAddress(listening.address(), listening.port()));
    } catch (BindException e) {
      if (String.valueOf(e.getMessage()).contains("Cannot assign"))
        throw new BadSetup(
            "HIWAR_BIND="
                + listening.address().getHostAddress()
                + " is no address of this machine; name one, or leave it out for 127.0.0.1.");
      throw new BadSetup(FailedStart.portTaken(listening.port()));
    } catch (IOException e) {
      throw new BadSetup(
          "Port "
              + listening.port()
              + " cannot be used: "
              + e.getMessage()
              + "; choose another one with SERVER_PORT.");
    }
  }
}
