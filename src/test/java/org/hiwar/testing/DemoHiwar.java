package org.hiwar.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.app.Hiwar;
import org.hiwar.platform.database.DatabaseAccess;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A Hiwar of one test class, as somebody finds it after the first start: with the demonstration,
/// and nothing else. It runs in this JVM, on free ports and over a database of its own, so that a
/// start costs a part of what a process costs; where the process is what is tested, see
/// [HiwarProcess].
public final class DemoHiwar implements AutoCloseable {
  private final DatabaseAccess database;
  private final ConfigurableApplicationContext context;

  private DemoHiwar(DatabaseAccess database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /// @param data the folder for what lies in no database
  public static DemoHiwar start(Path data) {
    return start(data, Map.of());
  }

  /// @param settings by the names of properties; they win
  public static DemoHiwar start(Path data, Map<String, String> settings) {
    var database = OwnDatabases.make();
    var all =
        new HashMap<String, Object>(
            Map.of(
                "server.port",
                "0",
                "hiwar.sip.port",
                "0",
                "hiwar.webrtc.port",
                "0",
                // The mail server of the demonstration tells nobody of what came.
                "hiwar.mail.look",
                "1",
                "hiwar.data",
                data.toString(),
                "hiwar.db.url",
                database.url(),
                "hiwar.db.user",
                database.user(),
                "hiwar.db.password",
                database.password()));
    all.putAll(settings);
    var application = new SpringApplication(Hiwar.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(all);
    return new DemoHiwar(database, application.run());
  }

  /// Where it listens; ends in a slash.
  public URI address() {
    if (!(context instanceof WebServerApplicationContext web) || web.getWebServer() == null)
      throw new IllegalStateException("no web server");
    return URI.create("http://localhost:" + web.getWebServer().getPort() + "/");
  }

  @Override
  public void close() {
    context.close();
    OwnDatabases.drop(database);
  }
}
