package org.hiwar.conversation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one writer of messages of this process, and the files that messages have.
@Configuration(proxyBeanMethods = false)
class ConversationWiring {
  /// A database that does not answer for so long is taken for gone.
  private static final Duration ANSWER = Duration.ofSeconds(15);

  @Bean
  Attachments attachments(AttachmentStore store, DataFolder folder, Ids ids, Clock clock) {
    return new Attachments(store, folder.path().resolve("attachments"), ids, clock);
  }

  @Bean
  VisitorFiles visitorFiles(
      VisitorFileStore store,
      AttachmentStore rows,
      Attachments attachments,
      DataFolder folder,
      Ids ids,
      Clock clock) {
    return new VisitorFiles(
        store, rows, folder.path().resolve("attachments"), attachments, ids, clock);
  }

  @Bean
  Messages messages(DatabaseAccess access, Ids ids, Clock clock) {
    return new Messages(access.limited(ANSWER), ids, clock);
  }

  /// Nobody may foretell the digits.
  @Bean
  CallCodeStore callCodes(Database database, Clock clock) {
    return new CallCodeStore(database, clock, new SecureRandom());
  }
}
