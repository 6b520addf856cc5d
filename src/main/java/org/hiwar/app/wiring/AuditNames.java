package org.hiwar.app.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.workspace.AuditSubjects;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What readers of the audit log are told of things that are not named where it was written.
@Configuration(proxyBeanMethods = false)
class AuditNames {
  /// Of an id, by which the desktop tells apart who has no name.
  private static final int DIGITS = 4;

  @Bean
  AuditSubjects auditedContacts(ContactStore contacts) {
    return new OfPeople(
        "contact",
        (workspace, ids) ->
            contacts.all(workspace, ids.stream().map(ContactId::of).toList()).stream()
                .collect(Collectors.toMap(one -> one.id().toString(), Function.identity())));
  }

  /// What was looked at is called as whom it is with.
  @Bean
  AuditSubjects auditedSupervision(ConversationStore conversations, ContactStore contacts) {
    return new OfPeople(
        "supervision",
        (workspace, ids) -> {
          var found = conversations.find(workspace, ids.stream().map(ConversationId::of).toList());
          var whom = found.stream().map(Conversation::contact).distinct().toList();
          var people =
              contacts.all(workspace, whom).stream()
                  .collect(Collectors.toMap(ContactSummary::id, Function.identity()));
          var with = new HashMap<String, ContactSummary>();
          for (var one : found) {
            var contact = people.get(one.contact());
            if (contact != null) with.put(one.id().toString(), contact);
          }
          return with;
        });
  }

  @Bean
  AuditSubjects auditedCampaigns(CampaignStore campaigns) {
    return new Known(
        "campaign",
        (workspace, ids) ->
            campaigns.all(workspace).stream()
                .filter(one -> ids.contains(one.id().toString()))
                .collect(Collectors.toMap(one -> one.id().toString(), one -> one.name())));
  }

  @Bean
  AuditSubjects auditedChats(ChatEntryStore entries) {
    return new Known(
        "chat-entry",
        (workspace, ids) ->
            entries.all(workspace).stream()
                .filter(one -> ids.contains(one.id().toString()))
                .collect(Collectors.toMap(one -> one.id().toString(), one -> one.name())));
  }

  @Bean
  AuditSubjects auditedVoice(ServiceStore services) {
    return ofServices("service-voice", services);
  }

  @Bean
  AuditSubjects auditedMails(ServiceStore services) {
    return ofServices("service-mails", services);
  }

  private static AuditSubjects ofServices(String kind, ServiceStore services) {
    return new Known(
        kind,
        (workspace, ids) ->
            services.all(workspace).stream()
                .filter(one -> ids.contains(one.id().toString()))
                .collect(Collectors.toMap(one -> one.id().toString(), one -> one.name())));
  }

  private record Known(String kind, BiFunction<WorkspaceId, Set<String>, Map<String, String>> read)
      implements AuditSubjects {
    @Override
    public Map<String, String> names(WorkspaceId workspace, Collection<String> ids) {
      return read.apply(workspace, Set.copyOf(ids));
    }
  }

  /// By the ids of what was done something to, who that is; as the desktop calls them.
  private record OfPeople(
      String kind, BiFunction<WorkspaceId, Set<String>, Map<String, ContactSummary>> read)
      implements AuditSubjects {
    @Override
    public Map<String, String> names(WorkspaceId workspace, Collection<String> ids) {
      var names = new HashMap<String, String>();
      read.apply(workspace, Set.copyOf(ids))
          .forEach((id, who) -> name(who).ifPresent(name -> names.put(id, name)));
      return names;
    }

    @Override
    public Map<String, Nameless> nameless(WorkspaceId workspace, Collection<String> ids) {
      var nameless = new HashMap<String, Nameless>();
      read.apply(workspace, Set.copyOf(ids))
          .forEach(
              (id, who) -> {
                if (name(who).isEmpty()) nameless.put(id, nameless(who));
              });
      return nameless;
    }

    /// Without a name it is the number that called.
    private static Optional<String> name(ContactSummary who) {
      var name = who.name();
      if (name != null) return Optional.of(name);
      return who.addresses().stream()
          .filter(one -> one.kind() == AddressKind.PHONE)
          .map(Address::value)
          .findFirst();
    }

    private static Nameless nameless(ContactSummary who) {
      boolean visitor =
          who.addresses().isEmpty()
              || who.addresses().stream().anyMatch(one -> one.kind() == AddressKind.VISITOR);
      var id = who.id().toString();
      return new Nameless(
          visitor ? Nameless.What.VISITOR : Nameless.What.CALLER,
          id.substring(Math.max(0, id.length() - DIGITS)));
    }
  }
}
