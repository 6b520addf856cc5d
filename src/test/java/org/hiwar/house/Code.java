package org.hiwar.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;

/// The compiled classes, read once for all tests that look at them.
final class Code {
  static final String ROOT = "org.hiwar";

  /// What is shipped and what tests it.
  static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

  /// What is shipped.
  static final JavaClasses PRODUCT =
      ALL.that(DescribedPredicate.describe("are shipped", Code::isShipped));

  private Code() {}

  /// The package below org.hiwar that a class belongs to, such as `floor` for org.hiwar.floor.core.
  static String part(JavaClass type) {
    var rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }

  private static boolean isShipped(JavaClass type) {
    return type.getSource()
        .filter(from -> from.getUri().getPath().contains("/target/classes/"))
        .isPresent();
  }

  /// The name below org.hiwar of the class of the file that `type` stands in.
  static String file(JavaClass type) {
    return type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "");
  }

  static Stream<String> parts() {
    return PRODUCT.stream().map(Code::part).distinct();
  }

  /// Every dependency of one part on another.
  static Stream<Dependency> usesAcrossParts() {
    return PRODUCT.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(use -> isOurs(use.getTargetClass()))
        .filter(use -> !arrow(use).from().equals(arrow(use).to()));
  }

  static Arrow arrow(Dependency use) {
    return new Arrow(part(use.getOriginClass()), part(use.getTargetClass().getBaseComponentType()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getBaseComponentType().getPackageName().startsWith(ROOT);
  }
}
