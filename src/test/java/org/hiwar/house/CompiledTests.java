package org.hiwar.house;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Every test that JUnit finds among the compiled test classes; none is run. JUnit is asked rather
/// than the class files, so that tests inherited from a contract and tags inherited from a class
/// count as they do when they are run.
record CompiledTests(List<Found> all) {
  /// The names that the build takes for test classes. A test in a class of another name would never
  /// be run.
  private static final Pattern RUN_BY_THE_BUILD = Pattern.compile("Test.*|.*Tests?|.*TestCase");

  static CompiledTests discover() {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(folder())))
            .build();
    var plan = LauncherFactory.create().discover(request);
    return new CompiledTests(
        plan.getRoots().stream()
            .flatMap(root -> plan.getDescendants(root).stream())
            .flatMap(test -> Found.from(test).stream())
            .toList());
  }

  /// Which requirements the tests say they prove: a claim per test method, or one for all methods
  /// of a class.
  List<Claim> claims() {
    return all.stream().flatMap(Found::claims).distinct().toList();
  }

  List<String> hiddenFromTheBuild() {
    return all.stream()
        .filter(test -> !RUN_BY_THE_BUILD.matcher(test.outermost().getSimpleName()).matches())
        .map(Found::name)
        .toList();
  }

  List<String> disabled() {
    return all.stream().filter(Found::isDisabled).map(Found::name).toList();
  }

  private static Path folder() {
    try {
      return Path.of(
          CompiledTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A test method in the class in which it is run.
  record Found(Class<?> in, Method method, Level level) {
    /// Empty for what is no method, such as a class.
    static Optional<Found> from(TestIdentifier test) {
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(
              source ->
                  new Found(
                      source.getJavaClass(), source.getJavaMethod(), Level.of(test.getTags())));
    }

    String name() {
      return className() + "." + method.getName();
    }

    private String className() {
      return in.getName().substring(in.getPackageName().length() + 1).replace('$', '.');
    }

    private Stream<Claim> claims() {
      return Stream.concat(
          requirementsOf(method).map(id -> new Claim(id, name(), level)),
          requirementsOf(in).map(id -> new Claim(id, className(), level)));
    }

    private static Stream<String> requirementsOf(AnnotatedElement element) {
      return Stream.of(element.getAnnotationsByType(Requirement.class))
          .flatMap(claim -> Stream.of(claim.value()));
    }

    private boolean isDisabled() {
      return method.isAnnotationPresent(Disabled.class) || in.isAnnotationPresent(Disabled.class);
    }

    private Class<?> outermost() {
      Class<?> type = in;
      for (var outer = type.getEnclosingClass(); outer != null; outer = type.getEnclosingClass())
        type = outer;
      return type;
    }
  }
}
