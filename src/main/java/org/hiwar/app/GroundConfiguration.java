package org.hiwar.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.database.DatabaseHost;
import org.hiwar.platform.database.EmbeddedPostgres;
import org.hiwar.platform.database.EmbeddedPostgres.Durability;
import org.hiwar.platform.database.NamedDatabase;
import org.hiwar.platform.database.Schema;
import org.hiwar.platform.secret.KeyFile;
import org.hiwar.platform.secret.SecretBox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/// What everything stands on: time, ids, the data folder and the database.
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Ids ids(Clock clock, Environment settings) {
    return new Ids(clock, settings.getProperty("hiwar.node", Integer.class, 0));
  }

  /// Held only when something is kept in it: with a database of one's own, often nothing.
  @Bean
  @Lazy
  DataFolder dataFolder(Environment settings) {
    return DataFolder.hold(Path.of(settings.getProperty("hiwar.data", "data")));
  }

  /// Its key is read, or made, when there is a secret to keep.
  @Bean
  SecretBox secretBox(ObjectProvider<DataFolder> folder) {
    var random = new SecureRandom();
    return new SecretBox(new KeyFile(() -> folder.getObject().path(), random), random);
  }

  @Bean
  DatabaseHost databaseHost(Environment settings, ObjectProvider<DataFolder> folder) {
    var url = settings.getProperty("hiwar.db.url", "");
    if (!url.isEmpty())
      return new NamedDatabase(
          new DatabaseAccess(
              url,
              settings.getProperty("hiwar.db.user", ""),
              settings.getProperty("hiwar.db.password", "")));
    var data = folder.getObject().path();
    return EmbeddedPostgres.start(data, data, Durability.DURABLE);
  }

  @Bean
  DatabaseAccess databaseAccess(DatabaseHost host) {
    return host.access();
  }

  @Bean
  @Primary
  DataSource dataSource(DatabaseAccess access) {
    return access.pool("hiwar");
  }

  /// Migrations may take longer than any request.
  @Bean
  @FlywayDataSource
  DataSource migrationSource(DatabaseAccess access) {
    return access.unlimited();
  }

  @Bean
  FlywayMigrationStrategy migration() {
    return Schema::migrate;
  }

  @Bean
  Database database(DataSource source) {
    return new Database(source);
  }
}
