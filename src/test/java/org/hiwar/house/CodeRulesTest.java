package org.hiwar.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Rules of STYLE.md and ARCHITECTURE.md that a program can check.
class CodeRulesTest {
  /// The classes besides the stores that know SQL: those that hand statements to a transaction of
  /// somebody else, write in batches of their own, or read rows for a store.
  private static final Set<String> KNOW_SQL_BESIDES_STORES =
      Set.of("workspace.AuditLog", "workspace.Workspaces");

  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "Abstract.*|.*(Manager|Helper|Utils?|Impl|Base|Data|Info|Processor|Common|Misc)");

  @Test
  void theFloorDecidesWithoutClockChanceInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("org.hiwar.floor.core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.net..",
                "java.nio..",
                "java.sql..",
                "java.util.concurrent..",
                "javax..",
                "org.slf4j..",
                "org.springframework.."))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Random.class, Thread.class, Process.class)
        .check(Code.PRODUCT);
  }

  @Test
  void sqlIsSpokenInStoresOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hiwar.platform.database..", "org.hiwar.app..")
        .and()
        .haveNameNotMatching(".*Store(\\$.*)?")
        .and(Code.notNamed(KNOW_SQL_BESIDES_STORES))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc.."))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.hiwar.platform.database.SqlPart")
        .check(Code.PRODUCT);
  }

  @Test
  void theTimeComesFromAClockThatIsHandedIn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hiwar.app..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(Code.PRODUCT);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(Code.PRODUCT);
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    assertThat(Code.ALL.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(some -> !some.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }

  @Test
  void everyClassHasANameThatSaysSomething() {
    assertThat(Code.ALL)
        .extracting(JavaClass::getSimpleName)
        .filteredOn(name -> SAYS_NOTHING.matcher(name).matches())
        .isEmpty();
  }
}
