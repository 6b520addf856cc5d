package org.hiwar.app.wiring;

import java.io.IOException;
import org.hiwar.platform.BadSetup;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.table.ImportFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/// Where files that are imported lie meanwhile, and how large they may be.
@Configuration(proxyBeanMethods = false)
class ListWiring {
  @Bean
  ImportFiles importFiles(DataFolder folder, Environment settings) throws IOException {
    return new ImportFiles(
        folder.path().resolve("imports"), most(settings.getProperty("hiwar.import.max", "1GB")));
  }

  /// Bytes, or with a unit: 500MB.
  private static long most(String text) {
    try {
      long most = DataSize.parse(text.strip()).toBytes();
      if (most > 0) return most;
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new BadSetup(
        "HIWAR_IMPORT_MAX=" + text + " is no size of a file; name one such as 500MB or 2GB.");
  }
}
