package org.hiwar.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;

/// The compiled classes, read once for all tests that look at them.
final class Code {
  static final String ROOT = "org.hiwar";

  /// What is shipped.
  static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /// What is shipped and what tests it.
  static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

  private Code() {}

  /// The package below org.hiwar that a class belongs to, such as `floor` for org.hiwar.floor.core.
  static String part(JavaClass type) {
    var rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }

  /// Classes, and what is nested in them, whose name below org.hiwar is none of `names`.
  static DescribedPredicate<JavaClass> notNamed(Set<String> names) {
    return DescribedPredicate.describe(
        "are not excepted",
        type ->
            !names.contains(type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "")));
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
