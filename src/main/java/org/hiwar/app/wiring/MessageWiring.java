package org.hiwar.app.wiring;

import java.time.Clock;
import org.hiwar.channel.AgentFloor;
import org.hiwar.chat.ChatEnds;
import org.hiwar.chat.Opinions;
import org.hiwar.chat.Visitors;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.ContactListener;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.DeliveryListener;
import org.hiwar.conversation.Matters;
import org.hiwar.conversation.MattersListener;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.ReadListener;
import org.hiwar.conversation.RewordingListener;
import org.hiwar.conversation.SeenListener;
import org.hiwar.conversation.TypingListener;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What floor and desks hear of messages.
@Configuration(proxyBeanMethods = false)
class MessageWiring {

  /// Made at the start, before anything can be written.
  @Bean
  MessageNews messageNews(Messages messages, Desks desks, ArrivingWork work, Floors floors) {
    messages.listen(new ArrivalNews(work, floors, desks));
    var news = new MessageNews(desks);
    messages.listen((MessageListener) news);
    messages.listen((ContactListener) news);
    return news;
  }

  @Bean
  DeliveryListener deliveryNews(Deliveries deliveries, Attachments files, Desks desks) {
    DeliveryListener news =
        (workspace, changes) ->
            changes.forEach(change -> desks.changed(workspace, change.conversation().value()));
    deliveries.listen(news);
    files.listen((workspace, conversation) -> desks.changed(workspace, conversation.value()));
    return news;
  }

  @Bean
  RewordingListener rewordingNews(MessageChanges changes, Desks desks) {
    RewordingListener news =
        (workspace, message) -> {
          desks.changed(workspace, message.conversation().value());
          MessageNews.mentioned(desks, workspace, message);
        };
    changes.listen(news);
    return news;
  }

  @Bean
  MattersListener matterNews(Matters matters, Desks desks) {
    MattersListener news =
        (workspace, conversation) -> desks.changed(workspace, conversation.value());
    matters.listen(news);
    return news;
  }

  @Bean
  AgentFloor writingFloor(ObjectProvider<Floors> floors, Clock clock) {
    return new WritingFloor(floors, clock);
  }

  @Bean
  SeenListener customerSeeing(Opinions opinions, Desks desks) {
    SeenListener news = (workspace, conversation) -> desks.changed(workspace, conversation.value());
    opinions.listen(news);
    return news;
  }

  @Bean
  ReadListener agentReading(Visitors visitors) {
    return visitors::agentRead;
  }

  @Bean
  TypingListener customerTyping(ChatEnds chats, Desks desks) {
    TypingListener typing = desks::customerTypes;
    chats.listen(typing);
    return typing;
  }
}
