package org.hiwar.testing;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.hiwar.app.Hiwar;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Workspaces;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole application on a free port, over the test database. Started at the first use, gone
/// with the JVM. It cares for the workspaces of the test classes that run, see [Care].
public final class RunningHiwar {
  private RunningHiwar() {}

  private static final class Started {
    static final ConfigurableApplicationContext CONTEXT = start();
  }

  public static int port() {
    return Started.CONTEXT instanceof WebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : -1;
  }

  public static URI uri(String path) {
    return URI.create(origin() + path);
  }

  /// What a browser sends as its Origin from our own pages.
  public static String origin() {
    return "http://127.0.0.1:" + port();
  }

  /// A part of the running application.
  public static <T> T bean(Class<T> type) {
    return Started.CONTEXT.getBean(type);
  }

  /// One of several parts of a type.
  public static <T> T bean(String name, Class<T> type) {
    return Started.CONTEXT.getBean(name, type);
  }

  /// All parts of a type.
  public static <T> Collection<T> beans(Class<T> type) {
    return Started.CONTEXT.getBeansOfType(type).values();
  }

  private static ConfigurableApplicationContext start() {
    var database = TestDatabase.postgres().access();
    var application = new SpringApplication(Hiwar.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            "0",
            "hiwar.sip.port",
            "0",
            "hiwar.webrtc.port",
            "0",
            // Debian's baresip gives up when it is offered anything else besides.
            "hiwar.sip.digests",
            "MD5",
            // The mail server of most tests tells nobody of what came.
            "hiwar.mail.look",
            "1",
            "hiwar.demo",
            "false",
            "hiwar.data",
            TestDatabase.folder().resolve("kept").toString(),
            "hiwar.db.url",
            database.url(),
            "hiwar.db.user",
            database.user(),
            "hiwar.db.password",
            database.password()));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "workspaces",
                    Workspaces.class,
                    () ->
                        new PresentWorkspaces(
                            context.getBean(Database.class),
                            context.getBean(Ids.class),
                            context.getBean(Clock.class))));
    return application.run();
  }
}
