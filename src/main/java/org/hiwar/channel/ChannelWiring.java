package org.hiwar.channel;

import java.time.Clock;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.SenderStore;
import org.hiwar.platform.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one inbox and the one outbox of this process.
@Configuration(proxyBeanMethods = false)
class ChannelWiring {

  @Bean
  MessageFiles messageFiles(Attachments attachments) {
    return new StoredFiles(attachments);
  }

  @Bean(destroyMethod = "close")
  InboxReader inboxReader(
      InboxStore store,
      Accounts accounts,
      Channels channels,
      Messages messages,
      Deliveries deliveries,
      MessageFiles files,
      SenderStore senders,
      MessageChanges changes) {
    changes.carriedBy(new RewordedOut(accounts, channels));
    var taking = new TakingIn(accounts, channels, messages, deliveries, files, senders, changes);
    return new InboxReader(store, taking, ChannelLimits.ITEM_PAUSE);
  }

  @Bean(destroyMethod = "close")
  StoredInbox inbox(InboxStore store, Ids ids, Clock clock, InboxReader reader) {
    return new StoredInbox(store, ids, clock, reader::look);
  }

  @Bean(destroyMethod = "close")
  Outbox outbox(
      Deliveries deliveries,
      Accounts accounts,
      Channels channels,
      OptOuts optOuts,
      MessageFiles files,
      Clock clock,
      Messages messages) {
    var outbox =
        new Outbox(
            deliveries, accounts, channels, optOuts, files, clock, ChannelLimits.FIRST_PAUSE);
    messages.listen(
        (MessageListener)
            (workspace, stored) -> {
              if (stored.stream().anyMatch(message -> message.delivery() != null))
                outbox.look(workspace);
            });
    deliveries.listen((workspace, _) -> outbox.look(workspace));
    return outbox;
  }
}
