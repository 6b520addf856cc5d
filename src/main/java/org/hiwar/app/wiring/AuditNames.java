package org.hiwar.app.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
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
  @Bean
  AuditSubjects auditedContacts(ContactStore contacts) {
    return new Known(
        "contact",
        (workspace, ids) -> {
          var names = new LinkedHashMap<String, String>();
          for (var contact : contacts.all(workspace, ids.stream().map(ContactId::of).toList())) {
            var name = contact.name();
            if (name != null) names.put(contact.id().toString(), name);
          }
          return names;
        });
  }

  /// What was looked at is called as whom it is with.
  @Bean
  AuditSubjects auditedSupervision(ConversationStore conversations, ContactStore contacts) {
    return new Known(
        "supervision",
        (workspace, ids) -> {
          var found = conversations.find(workspace, ids.stream().map(ConversationId::of).toList());
          var whom = found.stream().map(Conversation::contact).distinct().toList();
          var people = new HashMap<ContactId, String>();
          for (var contact : contacts.all(workspace, whom)) {
            var name = contact.name();
            if (name != null) people.put(contact.id(), name);
          }
          return found.stream()
              .filter(one -> people.containsKey(one.contact()))
              .collect(
                  Collectors.toMap(
                      one -> one.id().toString(), one -> people.getOrDefault(one.contact(), "")));
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
}
