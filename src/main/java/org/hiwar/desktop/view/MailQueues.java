package org.hiwar.desktop.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hiwar.channel.Channels;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.Postponement;
import org.hiwar.conversation.PostponementStore;
import org.hiwar.conversation.QueuedMail;
import org.hiwar.conversation.QueuedMailStore;
import org.hiwar.desktop.wire.MailQueue;
import org.hiwar.desktop.wire.MailQueue.MailHead;
import org.hiwar.desktop.wire.MailQueue.PostponedMail;
import org.hiwar.desktop.wire.MailQueue.WaitingMail;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.store.MailQueueStore;
import org.hiwar.floor.store.MailQueueStore.Pulled;
import org.hiwar.workspace.Qualifications;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The mails that an agent may take: those of services with lists whose skill the agent has, and
/// what the agent has postponed.
@Component
public class MailQueues {
  private static final int SHOWN = 200;

  private final ServiceStore services;
  private final Qualifications people;
  private final MailQueueStore queues;
  private final QueuedMailStore mails;
  private final PostponementStore postponements;
  private final Channels channels;
  private final Catalogs catalogs;

  MailQueues(
      ServiceStore services,
      Qualifications people,
      MailQueueStore queues,
      QueuedMailStore mails,
      PostponementStore postponements,
      Channels channels,
      Catalogs catalogs) {
    this.services = services;
    this.people = people;
    this.queues = queues;
    this.mails = mails;
    this.postponements = postponements;
    this.channels = channels;
    this.catalogs = catalogs;
  }

  public MailQueue of(WorkspaceId workspace, UserId agent) {
    var page = queues.waiting(workspace, pulled(workspace, agent), SHOWN);
    var postponed =
        queues.postponed(workspace, agent, SHOWN).stream().map(MailQueues::interaction).toList();
    var waiting = page.first().stream().map(one -> interaction(one.work()));
    var heads = heads(workspace, Stream.concat(waiting, postponed.stream()).toList());
    var lists = new ArrayList<WaitingMail>();
    for (var one : page.first()) {
      var head = heads.get(interaction(one.work()));
      if (head != null) lists.add(new WaitingMail(head, one.precedence(), one.due()));
    }
    return new MailQueue(lists, page.all(), postponed(workspace, postponed, heads));
  }

  private List<Pulled> pulled(WorkspaceId workspace, UserId agent) {
    var own = people.services(workspace, agent);
    return services.all(workspace).stream()
        .filter(s -> s.pulled() && own.contains(s.id()))
        .map(s -> new Pulled(s.id(), s.precedence(), s.answerWithin().toMillis()))
        .toList();
  }

  /// What has come back in between is left out.
  private List<PostponedMail> postponed(
      WorkspaceId workspace, List<InteractionId> ids, Map<InteractionId, MailHead> heads) {
    var open = postponements.of(workspace, ids);
    var all = new ArrayList<PostponedMail>();
    for (var id : ids) {
      var head = heads.get(id);
      var last = open.getOrDefault(id, List.of()).stream().filter(Postponement::open).findFirst();
      if (head != null && last.isPresent())
        all.add(new PostponedMail(head, last.get().until(), last.get().note()));
    }
    return all;
  }

  private Map<InteractionId, MailHead> heads(
      WorkspaceId workspace, Collection<InteractionId> wanted) {
    var found = mails.of(workspace, wanted);
    var subjects = subjects(workspace, found.values());
    var catalog = catalogs.of(workspace);
    var heads = new HashMap<InteractionId, MailHead>();
    found.forEach(
        (id, mail) -> {
          var i = mail.interaction();
          var message = mail.message();
          heads.put(
              id,
              new MailHead(
                  id,
                  i.contact(),
                  mail.contact().name(),
                  i.party(),
                  message == null ? "" : subjects.getOrDefault(message, ""),
                  catalog.service(i.service()),
                  i.arrivedAt()));
        });
    return heads;
  }

  private Map<MessageId, String> subjects(WorkspaceId workspace, Collection<QueuedMail> mails) {
    var byChannel = new HashMap<String, List<MessageId>>();
    for (var mail : mails)
      if (mail.message() != null)
        byChannel
            .computeIfAbsent(mail.interaction().channel(), _ -> new ArrayList<>())
            .add(Objects.requireNonNull(mail.message()));
    var all = new HashMap<MessageId, String>();
    byChannel.forEach(
        (name, messages) ->
            channels
                .find(name)
                .ifPresent(channel -> all.putAll(channel.headlines(workspace, messages))));
    return all;
  }

  private static InteractionId interaction(WorkId work) {
    return new InteractionId(work.value());
  }
}
