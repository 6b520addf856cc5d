package org.hiwar.app.wiring;

import java.time.Clock;
import java.time.Duration;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.ActivityStore;
import org.hiwar.conversation.ContactListener;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.Messages;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Contacts, conversations and messages, and who hears of them.
@Configuration(proxyBeanMethods = false)
class ConversationWiring {
  private static final Duration COMMIT = Duration.ofSeconds(5);

  @Bean
  ContactStore contactStore(Database database, Ids ids, Clock clock) {
    return new ContactStore(database, ids, clock);
  }

  @Bean
  ConversationStore conversationStore(Database database, Clock clock) {
    return new ConversationStore(database, clock);
  }

  @Bean
  InteractionStore interactionStore(Database database) {
    return new InteractionStore(database);
  }

  @Bean
  MessageStore messageStore(Database database) {
    return new MessageStore(database);
  }

  @Bean
  ActivityStore activityStore(Database database) {
    return new ActivityStore(database);
  }

  @Bean(destroyMethod = "close")
  Messages messages(DatabaseAccess database, Ids ids, Clock clock) {
    return new Messages(database.limited(COMMIT), ids, clock);
  }

  /// What desks hear of messages. A bean, so that it is there before anything can be written.
  @Bean
  MessageNews messageNews(Messages messages, Desks desks, ArrivingWork work, Floors floors) {
    messages.listen(new ArrivalNews(work, floors, desks));
    var news = new MessageNews(desks);
    messages.listen((MessageListener) news);
    messages.listen((ContactListener) news);
    return news;
  }
}
