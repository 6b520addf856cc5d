package org.hiwar.app.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolver;

/// The files of the front end. An address of the desktop (`/conversations`, `/contacts/4711`) is a
/// place inside its one page, so whatever looks like one is answered with that page.
///
/// Beside each file of some size lies the same compressed (`scripts/front-ends`), which is what
/// browsers get: a third of the bytes, and no work at the time of the request.
@Configuration(proxyBeanMethods = false)
class DesktopPages implements WebMvcConfigurer {
  private static final String FILES = "classpath:/static/";
  private static final String PAGE = "index.html";
  private static final String DEMO = "/demo";
  private static final List<String> NOT_OF_THE_DESKTOP =
      List.of("api/", "v3/", "assets/", "widget", "demo", "error");

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names carry a hash of their content.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(false)
        .addResolver(new EncodedResourceResolver())
        .addResolver(new PathResourceResolver());
    var pages =
        registry
            .addResourceHandler("/**")
            .addResourceLocations(FILES)
            .setCacheControl(CacheControl.noCache())
            .resourceChain(false);
    files().forEach(pages::addResolver);
  }

  /// How a file is found: compressed where the browser reads that, else as it is, else the page.
  static List<ResourceResolver> files() {
    return List.of(new EncodedResourceResolver(), new PageResolver());
  }

  /// Folders have no page of their own.
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    for (var folder : List.of(DEMO, DEMO + "/"))
      registry.addRedirectViewController(folder, DEMO + "/" + PAGE).setKeepQueryParams(true);
  }

  static boolean isPlaceInDesktop(String path) {
    return NOT_OF_THE_DESKTOP.stream().noneMatch(path::startsWith)
        && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
  }

  private static final class PageResolver extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = path.isEmpty() ? null : super.getResource(path, location);
      return file == null && isPlaceInDesktop(path) ? super.getResource(PAGE, location) : file;
    }
  }
}
