package org.hiwar.platform.database;

import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.hiwar.platform.BadSetup;

/// Brings the tables to the state that this program knows, and refuses a database that is ahead of it.
public final class Schema {
  private static final Set<MigrationState> NEWER = Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private Schema() {}

  public static void migrate(Flyway flyway) {
    refuseNewer(flyway);
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new BadSetup("The tables of this database were made by another state of Hiwar than this one; use the program"
          + " that made them, or another database or data folder. (" + flaw(e) + ")");
    }
  }

  /// Flyway's second line names the migration.
  private static String flaw(FlywayValidateException e) {
    return String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse("").strip();
  }

  private static void refuseNewer(Flyway flyway) {
    Arrays.stream(flyway.info().applied())
        .filter(migration -> NEWER.contains(migration.getState()))
        .findFirst()
        .ifPresent(migration -> {
          throw new BadSetup("The tables of this database are newer than this program: it does not know their migration "
              + migration.getVersion() + "; start a newer Hiwar, or use another database or data folder.");
        });
  }
}
