package org.hiwar.campaign.list.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.campaign.list.DoNotCallImports;
import org.hiwar.campaign.list.DoNotCallKind;
import org.hiwar.campaign.list.DoNotCallList;
import org.hiwar.campaign.list.DoNotCallListStore;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.list.DoNotCallValue;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.TableRefusals;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Do-not-call lists.
@RestController
@RequestMapping("/api/do-not-call")
@Requires(Privilege.MANAGE_CAMPAIGNS)
class DoNotCallApi {
  private final Database database;
  private final DoNotCallListStore lists;
  private final DoNotCallStore entries;
  private final DoNotCallImports imports;
  private final ImportFiles files;
  private final AuditLog audit;
  private final Ids ids;

  DoNotCallApi(
      Database database,
      DoNotCallListStore lists,
      DoNotCallStore entries,
      DoNotCallImports imports,
      ImportFiles files,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.lists = lists;
    this.entries = entries;
    this.imports = imports;
    this.files = files;
    this.audit = audit;
    this.ids = ids;
  }

  /// `field` for the kind FIELD; `kind` and `field` stay as they were when a list is changed.
  record DoNotCallWish(
      String name,
      DoNotCallKind kind,
      @Nullable String field,
      int expiresDays,
      boolean everywhere,
      boolean fed) {}

  record DoNotCallView(
      DoNotCallList list, long entries, List<DoNotCallListStore.DoNotCallBinding> campaigns) {}

  record DoNotCallEntryPage(List<DoNotCallListStore.DoNotCallEntry> items, @Nullable String next) {}

  /// `region` is where numbers without a country's code are dialled.
  record NewEntries(List<String> values, String region, String reason) {}

  /// `refused` are those that are none of the list's kind.
  record EntriesAdded(int added, List<String> refused) {}

  @GetMapping
  List<DoNotCallView> all(CurrentUser user) {
    return lists.all(user.workspace()).stream().map(list -> view(user, list)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DoNotCallView create(CurrentUser user, @RequestBody DoNotCallWish wish) {
    var list = wished(new DoNotCallListId(ids.next()), wish);
    return database.in(
        user.workspace().value(),
        _ -> {
          if (lists.all(user.workspace()).size() >= ListLimits.DO_NOT_CALL_LISTS)
            throw Refusal.conflict("lists-too-many", "There are too many lists. Remove one first.");
          if (!lists.add(user.workspace(), list)) throw taken();
          record(user, "do-not-call.created", list);
          return view(user, list);
        });
  }

  @PutMapping("/{doNotCall}")
  DoNotCallView change(
      CurrentUser user, @PathVariable DoNotCallListId doNotCall, @RequestBody DoNotCallWish wish) {
    return database.in(
        user.workspace().value(),
        _ -> {
          var before = found(user, doNotCall);
          var after =
              wished(
                  doNotCall,
                  new DoNotCallWish(
                      wish.name(),
                      before.kind(),
                      before.field(),
                      wish.expiresDays(),
                      wish.everywhere(),
                      wish.fed()));
          if (!lists.change(user.workspace(), after)) throw taken();
          record(user, "do-not-call.changed", after);
          return view(user, after);
        });
  }

  @DeleteMapping("/{doNotCall}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable DoNotCallListId doNotCall) {
    database.in(
        user.workspace().value(),
        _ -> {
          var before = found(user, doNotCall);
          if (!lists.remove(user.workspace(), doNotCall))
            throw Refusal.conflict(
                "list-bound", "A campaign uses this list. Take it out of the campaign first.");
          record(user, "do-not-call.removed", before);
          return doNotCall;
        });
  }

  /// Those that begin with `query`, in their order.
  @GetMapping("/{doNotCall}/entries")
  DoNotCallEntryPage entries(
      CurrentUser user,
      @PathVariable DoNotCallListId doNotCall,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "") String after) {
    found(user, doNotCall);
    var page = lists.entries(user.workspace(), doNotCall, query.strip(), after);
    return new DoNotCallEntryPage(
        page, page.size() < ListLimits.ENTRIES ? null : page.getLast().value());
  }

  /// Adds entries; those that are there get a new expiry.
  @PostMapping("/{doNotCall}/entries")
  EntriesAdded add(
      CurrentUser user, @PathVariable DoNotCallListId doNotCall, @RequestBody NewEntries wish) {
    var list = found(user, doNotCall);
    var region = ListRules.region(wish.region());
    if (wish.values().size() > ListLimits.ENTRIES)
      throw Refusal.invalid(
          "entries-too-many", "At most 200 are added at once. Import a file of them instead.");
    var reason = wish.reason().strip();
    if (reason.length() > ListLimits.NAME)
      throw Refusal.invalid("reason-invalid", "A reason has at most 200 characters. Shorten it.");
    var refused = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var typed : wish.values())
      DoNotCallValue.of(list.kind(), typed, region)
          .ifPresentOrElse(values::add, () -> refused.add(typed));
    return database.in(
        user.workspace().value(),
        db -> {
          for (var value : values) entries.add(db, user.workspace(), doNotCall, value, reason);
          record(user, "do-not-call.entries-added", list);
          return new EntriesAdded(values.size(), refused);
        });
  }

  /// Brings the body, a file of CSV or TXT with an entry in the first column of each row, into a
  /// list. Answers when it is stored.
  @PostMapping("/{doNotCall}/imports")
  DoNotCallImports.EntriesImported bring(
      CurrentUser user,
      @PathVariable DoNotCallListId doNotCall,
      @RequestParam String region,
      HttpServletRequest request)
      throws IOException {
    var list = found(user, doNotCall);
    ListRules.region(region);
    files.requireFits(request.getContentLengthLong());
    try {
      var done = imports.bring(user.workspace(), list, region, request.getInputStream());
      record(user, "do-not-call.imported", list);
      return done;
    } catch (BrokenFile broken) {
      throw TableRefusals.broken(broken);
    }
  }

  @DeleteMapping("/{doNotCall}/entries")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeEntry(
      CurrentUser user, @PathVariable DoNotCallListId doNotCall, @RequestParam String value) {
    var list = found(user, doNotCall);
    if (!lists.removeEntry(user.workspace(), doNotCall, value)) throw Refusal.notFound();
    record(user, "do-not-call.entry-removed", list);
  }

  private static DoNotCallList wished(DoNotCallListId id, DoNotCallWish wish) {
    var field = wish.field();
    if ((wish.kind() == DoNotCallKind.FIELD) != (field != null))
      throw Refusal.invalid(
          "field-invalid", "A list of the kind FIELD names the field, and no other does.");
    if (wish.fed() && wish.kind() != DoNotCallKind.NUMBER)
      throw Refusal.invalid(
          "fed-invalid", "Only a list of numbers takes the numbers of customers who ask for it.");
    return new DoNotCallList(
        id,
        ListRules.name(wish.name()),
        wish.kind(),
        field == null ? null : ListRules.name(field),
        ListRules.expires(wish.expiresDays(), ListLimits.DO_NOT_CALL_DAYS),
        wish.everywhere(),
        wish.fed());
  }

  private DoNotCallList found(CurrentUser user, DoNotCallListId list) {
    return lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
  }

  private DoNotCallView view(CurrentUser user, DoNotCallList list) {
    return new DoNotCallView(
        list,
        lists.entries(user.workspace(), list.id()),
        lists.bindings(user.workspace(), list.id()));
  }

  private static Refusal taken() {
    return Refusal.conflict("name-taken", "Another one has this name. Choose another name.");
  }

  private void record(CurrentUser by, String what, DoNotCallList list) {
    audit.record(
        by.workspace(), by.user(), what, list.id().toString(), Map.of("name", list.name()));
  }
}
