package org.hiwar.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the ground that know nothing of Spring.
@Configuration(proxyBeanMethods = false)
class PlatformWiring {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// One process, one node: 0. Several would each need a number of their own.
  @Bean
  Ids ids(Clock clock) {
    return new Ids(clock, 0);
  }

  @Bean
  Database database(DataSource source) {
    return new Database(source);
  }
}
