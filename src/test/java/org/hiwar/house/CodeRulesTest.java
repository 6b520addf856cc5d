package org.hiwar.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hiwar.platform.database.SqlPart;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rules of STYLE.md and ARCHITECTURE.md that a program can check.
class CodeRulesTest {
  /// What a class uses that writes statements, besides making parts of a batch.
  private static final Set<String> RUNS_SQL =
      Set.of(
          JdbcClient.class.getName(), PreparedStatement.class.getName(), Statement.class.getName());

  private static final Pattern IS_DATABASE_ACCESS =
      Pattern.compile("(platform\\.database|floor\\.store)\\..*");

  /// The classes besides the stores that write SQL: they hand statements to a transaction of
  /// somebody else, write in batches of their own, decide under a lock what becomes of an arrival,
  /// or ask the database whether it is there.
  private static final Set<String> WRITE_SQL_BESIDES_STORES =
      Set.of(
          "app.wiring.DatabasePulse",
          "app.wiring.ListedRecords",
          "campaign.list.Corrections",
          "campaign.QuotaCounts",
          "campaign.list.DoNotCallImports",
          "campaign.list.ImportJob",
          "campaign.list.RecordsListener",
          "campaign.preview.Correcting",
          "campaign.preview.Dialling",
          "campaign.preview.Hopper",
          "campaign.preview.PreviewGuard",
          "campaign.preview.PreviewParts",
          "campaign.preview.Previews",
          "campaign.preview.Settlement",
          "contact.OptOuts",
          "contact.PhoneContacts",
          "contact.Recognition",
          "contact.VisitorContacts",
          "conversation.Intake",
          "conversation.ActivityRange",
          "conversation.InteractionChanges",
          "conversation.ParticipantParts",
          "conversation.PostponementParts",
          "conversation.TransferParts",
          "conversation.MessageBatch",
          "conversation.WriterConnection",
          "workspace.AuditLog",
          "workspace.Workspaces");

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
  void sqlIsWrittenInStoresOnly() {
    var authors =
        Code.PRODUCT.stream()
            .filter(CodeRulesTest::writesSql)
            .map(Code::file)
            .filter(name -> !name.endsWith("Store") && !IS_DATABASE_ACCESS.matcher(name).matches());

    assertThat(authors.collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(WRITE_SQL_BESIDES_STORES);
  }

  private static boolean writesSql(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
            .anyMatch(use -> RUNS_SQL.contains(use.getTargetClass().getName()))
        || type.getConstructorCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(SqlPart.class));
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
  void theSipLibraryIsSeenInOnePackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hiwar.voice.sip.jain..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("javax.sip..", "gov.nist.."))
        .check(Code.ALL);
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
