package org.hiwar.workspace.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditSubjects;
import org.hiwar.workspace.AuditSubjects.Nameless;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who did what to what.
@RestController
@RequestMapping("/api/audit-log")
@Requires(Privilege.VIEW_AUDIT_LOG)
class AuditLogApi {
  private static final int PAGE = 50;
  private static final int MOST_USERS = 10_000;
  private static final String USERS = "user";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final AuditEventStore events;
  private final UserStore users;
  private final ObjectProvider<AuditSubjects> subjects;

  AuditLogApi(AuditEventStore events, UserStore users, ObjectProvider<AuditSubjects> subjects) {
    this.events = events;
    this.users = users;
    this.subjects = subjects;
  }

  /// Who did it.
  record Actor(UserId id, String name) {}

  /// To what it was done. `name` is what it is called now, or was called then; null where neither
  /// is known. `nameless`: it is somebody without a name, or a conversation with them.
  record AuditSubject(String id, @Nullable String name, @Nullable Nameless nameless) {}

  /// `by` null: the system itself. `what` is dotted and in the past tense (`user.created`);
  /// `detail` says more, by names that depend on it.
  record AuditEventView(
      String id,
      Instant at,
      @Nullable Actor by,
      String what,
      AuditSubject subject,
      Map<String, Object> detail) {}

  /// `next` is the cursor of the next page; null on the last.
  record AuditPage(List<AuditEventView> items, @Nullable String next) {}

  /// Newest first. `by`: of this user; `kind`: done to this kind of thing (`user`); from `from` to
  /// before `to`.
  @GetMapping
  AuditPage page(
      CurrentUser user,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(required = false) @Nullable UserId by,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    var query = new AuditQuery(by, kind, from, to);
    var found = events.page(user.workspace(), query, behind(cursor), PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    return new AuditPage(
        views(user.workspace(), page),
        found.size() > PAGE ? cursorOf(page.getLast()).text() : null);
  }

  /// Everybody whose name is looked for, by name.
  @GetMapping("/users")
  List<Actor> users(CurrentUser user) {
    return users.list(user.workspace(), "", MOST_USERS).stream()
        .map(one -> new Actor(one.id(), one.name()))
        .toList();
  }

  private static AuditCursor cursorOf(AuditEvent event) {
    return new AuditCursor(event.at(), event.id());
  }

  private static @Nullable AuditCursor behind(String cursor) {
    if (cursor.isEmpty()) return null;
    return AuditCursor.parse(cursor)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "cursor-invalid", "This is no cursor of a page. Begin with the first page."));
  }

  private List<AuditEventView> views(WorkspaceId workspace, List<AuditEvent> page) {
    var people = new LinkedHashSet<UserId>();
    for (var event : page) {
      var by = event.by();
      if (by != null) people.add(by);
    }
    ids(page, USERS).forEach(id -> people.add(UserId.of(id)));
    var names = users.names(workspace, people);
    var called = called(workspace, page);
    names.forEach((id, name) -> called.names().put(USERS + " " + id, name));
    return page.stream().map(event -> view(event, names, called)).toList();
  }

  /// What things are called, by kind and id.
  private record Called(Map<String, String> names, Map<String, Nameless> nameless) {}

  private Called called(WorkspaceId workspace, List<AuditEvent> page) {
    var called = new Called(new HashMap<>(), new HashMap<>());
    for (var known : subjects) {
      var ids = ids(page, known.kind());
      if (ids.isEmpty()) continue;
      var kind = known.kind() + " ";
      known.names(workspace, ids).forEach((id, name) -> called.names().put(kind + id, name));
      known.nameless(workspace, ids).forEach((id, who) -> called.nameless().put(kind + id, who));
    }
    return called;
  }

  private static List<String> ids(List<AuditEvent> page, String kind) {
    return page.stream()
        .filter(event -> kind(event).equals(kind))
        .map(AuditEvent::subject)
        .filter(id -> NUMBER.matcher(id).matches())
        .distinct()
        .toList();
  }

  private static String kind(AuditEvent event) {
    return event.what().substring(0, Math.max(0, event.what().indexOf('.')));
  }

  private static AuditEventView view(AuditEvent event, Map<UserId, String> people, Called called) {
    var by = event.by();
    var subject = kind(event) + " " + event.subject();
    var name = called.names().get(subject);
    if (name == null && event.detail().get("name") instanceof String then) name = then;
    return new AuditEventView(
        Long.toString(event.id()),
        event.at(),
        by == null ? null : new Actor(by, people.getOrDefault(by, by.toString())),
        event.what(),
        new AuditSubject(event.subject(), name, called.nameless().get(subject)),
        event.detail());
  }
}
