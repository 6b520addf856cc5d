package org.hiwar.chat;

import java.util.List;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// From which chats customers may call, for administrators.
@RestController
@RequestMapping("/api/chat-entries")
@Requires(Privilege.MANAGE_TELEPHONY)
class ChatEntriesApi {
  private final Database database;
  private final ChatEntryStore entries;
  private final ServiceStore services;
  private final AuditLog audit;

  ChatEntriesApi(Database database, ChatEntryStore entries, ServiceStore services, AuditLog audit) {
    this.database = database;
    this.entries = entries;
    this.services = services;
    this.audit = audit;
  }

  /// `slug` names it in the script tag, `service` takes its chats, `calls` its calls; null: there
  /// are none.
  record EntryView(
      EntryId id,
      String slug,
      String name,
      String language,
      ServiceId service,
      @Nullable ServiceId calls) {
    static EntryView of(ChatEntry entry) {
      return new EntryView(
          entry.id(), entry.slug(), entry.name(), entry.language(), entry.service(), entry.calls());
    }
  }

  /// `service` null: no calls from there any more.
  record CallsWish(@Nullable ServiceId service) {}

  @GetMapping
  List<EntryView> list(CurrentUser user) {
    return entries.all(user.workspace()).stream().map(EntryView::of).toList();
  }

  @PutMapping("/{entry}/calls")
  EntryView allow(CurrentUser user, @PathVariable EntryId entry, @RequestBody CallsWish wish) {
    var workspace = user.workspace();
    return database.in(
        workspace.value(),
        _ -> {
          var unused = entries.find(workspace, entry).orElseThrow(Refusal::notFound);
          var service = wish.service();
          if (service != null) requireCalled(workspace, service);
          entries.allowCalls(workspace, entry, service);
          audit.record(
              workspace,
              user.user(),
              "chat-entry.calls-changed",
              entry.toString(),
              Map.of("service", service == null ? "none" : service.toString()));
          return EntryView.of(entries.find(workspace, entry).orElseThrow(Refusal::notFound));
        });
  }

  private void requireCalled(WorkspaceId workspace, ServiceId service) {
    if (services.find(workspace, service).filter(one -> one.medium() == Medium.VOICE).isEmpty())
      throw Refusal.invalid(
          "service-unknown", "There is no such service for calls. Choose one of yours.");
  }
}
