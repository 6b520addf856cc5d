package org.hiwar.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The chats of web pages, for administrators. What is changed holds for the next page that asks,
/// and for the next chat that is begun on a page that is open.
@RestController
@Requires(Privilege.MANAGE_CHANNELS)
class ChatEntriesApi {
  private final Database database;
  private final ChatEntryStore entries;
  private final ChatEntryRules rules;
  private final ServiceStore services;
  private final SkillStore skills;
  private final AuditLog audit;
  private final Ids ids;

  ChatEntriesApi(
      Database database,
      ChatEntryStore entries,
      ChatEntryRules rules,
      ServiceStore services,
      SkillStore skills,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.entries = entries;
    this.rules = rules;
    this.services = services;
    this.skills = skills;
    this.audit = audit;
    this.ids = ids;
  }

  /// @param version of the entry that was looked at
  record ChatEntryChange(long version, ChatEntryWish entry) {}

  /// @param chats the services that take chats, `calls` those that take calls
  /// @param languages tags as `ar`: those the widget speaks, and those that agents have as a skill
  record ChatEntryChoices(
      List<EntryService> chats, List<EntryService> calls, List<String> languages) {}

  record EntryService(ServiceId id, String name) {}

  /// By their names in the script tags.
  @GetMapping("/api/chat-entries")
  List<ChatEntry> list(CurrentUser user) {
    return entries.all(user.workspace());
  }

  @GetMapping("/api/chat-entry-choices")
  ChatEntryChoices choices(CurrentUser user) {
    var workspace = user.workspace();
    return new ChatEntryChoices(
        of(workspace, Medium.CHAT), of(workspace, Medium.VOICE), languages(workspace));
  }

  private List<EntryService> of(WorkspaceId workspace, Medium medium) {
    return services.all(workspace).stream()
        .filter(one -> one.medium() == medium)
        .map(one -> new EntryService(one.id(), one.name()))
        .toList();
  }

  private List<String> languages(WorkspaceId workspace) {
    var spoken =
        skills.all(workspace).stream()
            .filter(one -> one.kind() == Skill.Kind.LANGUAGE && one.code() != null)
            .map(one -> String.valueOf(one.code()));
    return Stream.concat(ChatLimits.LANGUAGES.stream(), spoken).distinct().sorted().toList();
  }

  @PostMapping("/api/chat-entries")
  @ResponseStatus(HttpStatus.CREATED)
  ChatEntry create(CurrentUser user, @RequestBody ChatEntryWish wish) {
    var workspace = user.workspace();
    var entry = rules.entry(workspace, new EntryId(ids.next()), 1, wish);
    return database.in(
        workspace.value(),
        _ -> {
          if (entries.all(workspace).size() >= ChatLimits.ENTRIES)
            throw Refusal.conflict(
                "chat-entries-too-many",
                "There are " + ChatLimits.ENTRIES + " chats of pages. Remove one first.");
          if (!entries.addIfFree(workspace, entry)) throw slugTaken();
          record(user, "chat-entry.created", entry);
          return entry;
        });
  }

  @PutMapping("/api/chat-entries/{entry}")
  ChatEntry change(
      CurrentUser user, @PathVariable EntryId entry, @RequestBody ChatEntryChange wish) {
    var workspace = user.workspace();
    if (find(user, entry).version() != wish.version()) throw changed();
    var after = rules.entry(workspace, entry, wish.version(), wish.entry());
    return database.in(
        workspace.value(),
        _ -> {
          if (entries.isTaken(workspace, after)) throw slugTaken();
          if (!entries.change(workspace, after)) throw changed();
          record(user, "chat-entry.changed", after);
          return find(user, entry);
        });
  }

  /// Pages that show it find nothing from now on. Chats that are going on go on, and what was said
  /// stays.
  @DeleteMapping("/api/chat-entries/{entry}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable EntryId entry) {
    var before = find(user, entry);
    database.in(
        user.workspace().value(),
        _ -> {
          if (!entries.remove(user.workspace(), entry)) throw Refusal.notFound();
          record(user, "chat-entry.removed", before);
          return entry;
        });
  }

  private ChatEntry find(CurrentUser user, EntryId entry) {
    return entries.find(user.workspace(), entry).orElseThrow(Refusal::notFound);
  }

  private static Refusal slugTaken() {
    return Refusal.conflict(
        "entry-slug-taken", "Another chat has this name in the page. Use another one.");
  }

  private static Refusal changed() {
    return Refusal.conflict(
        "changed",
        "Somebody else has changed this in the meantime. Look at it again, then repeat your"
            + " change.");
  }

  private void record(CurrentUser by, String what, ChatEntry entry) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        entry.id().toString(),
        Map.of(
            "name",
            entry.name(),
            "slug",
            entry.slug(),
            "service",
            entry.service().toString(),
            "origins",
            entry.origins(),
            "calls",
            entry.calls() == null ? "none" : entry.calls().toString()));
  }
}
