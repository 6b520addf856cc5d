package org.hiwar.chat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.VisitorContacts;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.RatingStore;
import org.hiwar.conversation.Scene;
import org.hiwar.conversation.SeenStore;
import org.hiwar.conversation.VisitorFileStore;
import org.hiwar.conversation.VisitorFiles;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.secret.SecretBox;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// The chat on a server of its own, over the test database, with a floor that the test plays
/// itself.
final class ChatAlone {
  private static final byte[] KEY = new byte[32];

  private ChatAlone() {}

  /// No stereotype: the scan of the whole application must not find it.
  @ImportAutoConfiguration({
    JettyServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
  })
  @Import({
    ChatWiring.class,
    ChatHandler.class,
    ChatHandshake.class,
    Chats.class,
    ChatEnds.class,
    Calling.class,
    ChatDoor.class,
    ChatLeftStore.class,
    Beginnings.class,
    ChatFiles.class,
    DoorsJob.class,
    AttachmentStore.class,
    VisitorFileStore.class,
    ChatIdentityStore.class,
    SiteIdentities.class,
    Opinions.class,
    RatingStore.class,
    SeenStore.class,
    ChatEntryApi.class,
    ChatEntryStore.class,
    Visitors.class,
    VisitorTokens.class,
    AgentNames.class,
    HeartbeatJob.class,
    AbsenceJob.class,
    ContactStore.class,
    VisitorContacts.class,
    ConversationStore.class,
    InteractionStore.class,
    MessageStore.class,
    MessageChanges.class,
    Workspaces.class,
    ServiceStore.class,
    SkillStore.class,
    UserStore.class,
    RateLimits.class
  })
  static final class Parts {}

  private static final class Started {
    static final ConfigurableApplicationContext CONTEXT = start();
  }

  static <T> T bean(Class<T> type) {
    return Started.CONTEXT.getBean(type);
  }

  static int port() {
    return Started.CONTEXT instanceof WebServerApplicationContext web && web.getWebServer() != null
        ? web.getWebServer().getPort()
        : -1;
  }

  static String origin() {
    return "http://127.0.0.1:" + port();
  }

  private static ConfigurableApplicationContext start() {
    var application = new SpringApplication(Parts.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.port",
            "0",
            "server.address",
            "127.0.0.1",
            "spring.threads.virtual.enabled",
            "true"));
    application.addInitializers(
        (ConfigurableApplicationContext context) -> {
          var parts = (GenericApplicationContext) context;
          parts.registerBean(Clock.class, Clock::systemUTC);
          parts.registerBean(Ids.class, TestDatabase::ids);
          parts.registerBean(DataSource.class, TestDatabase::dataSource);
          parts.registerBean(Database.class, TestDatabase::database);
          parts.registerBean(
              Messages.class,
              () -> new Messages(Scene.direct(), TestDatabase.ids(), Clock.systemUTC()));
          var folder = Path.of("target", "chat-alone-files");
          parts.registerBean(
              Attachments.class,
              () ->
                  new Attachments(
                      context.getBean(AttachmentStore.class),
                      folder,
                      TestDatabase.ids(),
                      Clock.systemUTC()));
          parts.registerBean(
              VisitorFiles.class,
              () ->
                  new VisitorFiles(
                      context.getBean(VisitorFileStore.class),
                      context.getBean(AttachmentStore.class),
                      folder,
                      context.getBean(Attachments.class),
                      TestDatabase.ids(),
                      Clock.systemUTC()));
          parts.registerBean(Departures.class, FloorByHand::new);
          parts.registerBean(ChatAttendance.class, () -> (_, _) -> ChatAttendance.Now.ATTENDED);
          parts.registerBean(
              SecretBox.class,
              () -> new SecretBox(() -> new SecretKeySpec(KEY, "AES"), new SecureRandom()));
        });
    return application.run();
  }
}
