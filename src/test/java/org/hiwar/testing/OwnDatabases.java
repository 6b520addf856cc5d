package org.hiwar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.hiwar.platform.database.DatabaseAccess;

/// More databases in the PostgreSQL of the tests, each with every table and nothing in it.
///
/// The first is migrated; all others are copies of it.
final class OwnDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private OwnDatabases() {}

  private static final class Template {
    static final String NAME = migrated();
  }

  static DatabaseAccess make() {
    var name = "own_" + NUMBER.incrementAndGet();
    asSuperuser("create database " + name + " template " + Template.NAME + " owner " + owner());
    return access(name);
  }

  /// Whoever is still connected is not any more.
  static void drop(DatabaseAccess database) {
    var name = database.url().substring(database.url().lastIndexOf('/') + 1);
    asSuperuser("drop database " + name + " with (force)");
  }

  private static String migrated() {
    var name = "migrated";
    asSuperuser("create database " + name + " owner " + owner());
    Flyway.configure().dataSource(access(name).unlimited()).load().migrate();
    return name;
  }

  private static DatabaseAccess access(String name) {
    var shared = TestDatabase.postgres().access();
    return new DatabaseAccess(server() + name, shared.user(), shared.password());
  }

  private static String owner() {
    return TestDatabase.postgres().user();
  }

  private static String server() {
    var url = TestDatabase.postgres().url();
    return url.substring(0, url.lastIndexOf('/') + 1);
  }

  private static void asSuperuser(String statement) {
    try (var db =
            DriverManager.getConnection(server() + "postgres", "postgres", passwordOfSuperuser());
        var prepared = db.createStatement()) {
      prepared.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static String passwordOfSuperuser() {
    try {
      return Files.readString(TestDatabase.folder().resolve("database-superuser-password"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
