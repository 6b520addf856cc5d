package org.hiwar.campaign.list.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.Imports;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.campaign.list.ListRemovalStore;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.ListTotals;
import org.hiwar.campaign.list.ListTotalsStore;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Calling lists.
@RestController
@RequestMapping("/api/lists")
@Requires(Privilege.MANAGE_CAMPAIGNS)
class ListsApi {
  private final Database database;
  private final ListStore lists;
  private final ListTotalsStore totals;
  private final ListRemovalStore removal;
  private final Imports imports;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  ListsApi(
      Database database,
      ListStore lists,
      ListTotalsStore totals,
      ListRemovalStore removal,
      Imports imports,
      AuditLog audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.lists = lists;
    this.totals = totals;
    this.removal = removal;
    this.imports = imports;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// `region` where numbers without a country's code are dialled, `zone` where nothing better is
  /// known; `expiresDays` 0: never.
  record ListWish(String name, String region, String zone, Fields fields, int expiresDays) {}

  record ListView(
      ListId id,
      String name,
      String region,
      String zone,
      Fields fields,
      int expiresDays,
      Instant createdAt,
      List<CampaignId> campaigns) {}

  @GetMapping
  List<ListView> all(CurrentUser user) {
    return lists.all(user.workspace()).stream().map(list -> view(user, list)).toList();
  }

  @GetMapping("/{list}")
  ListView one(CurrentUser user, @PathVariable ListId list) {
    return view(user, found(user, list));
  }

  /// How many records there are, and how far campaigns are with them.
  @GetMapping("/{list}/totals")
  ListTotals totals(CurrentUser user, @PathVariable ListId list) {
    return totals.of(user.workspace(), found(user, list).id());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ListView create(CurrentUser user, @RequestBody ListWish wish) {
    var list = wished(new ListId(ids.next()), wish, clock.instant());
    return database.in(
        user.workspace().value(),
        _ -> {
          if (lists.all(user.workspace()).size() >= ListLimits.LISTS)
            throw Refusal.conflict("lists-too-many", "There are too many lists. Remove one first.");
          if (!lists.add(user.workspace(), list)) throw taken();
          record(user, "calling-list.created", list);
          return view(user, list);
        });
  }

  @PutMapping("/{list}")
  ListView change(CurrentUser user, @PathVariable ListId list, @RequestBody ListWish wish) {
    return database.in(
        user.workspace().value(),
        _ -> {
          var before = found(user, list);
          imports.requireNoneRuns(user.workspace(), before);
          var after = wished(list, wish, before.createdAt());
          if (totals.hasRecords(user.workspace(), list))
            ListRules.requireSame(before.fields(), after.fields());
          if (!lists.change(user.workspace(), after)) throw taken();
          record(user, "calling-list.changed", after);
          return view(user, after);
        });
  }

  @DeleteMapping("/{list}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable ListId list) {
    var before = found(user, list);
    imports.requireNoneRuns(user.workspace(), before);
    switch (removal.remove(user.workspace(), list)) {
      case REMOVED -> record(user, "calling-list.removed", before);
      case GONE -> throw Refusal.notFound();
      case IMPORTED_INTO -> throw Imports.runs();
      case BOUND ->
          throw Refusal.conflict(
              "list-bound", "A campaign uses this list. Take it out of the campaign first.");
    }
  }

  private static CallingList wished(ListId id, ListWish wish, Instant createdAt) {
    return new CallingList(
        id,
        ListRules.name(wish.name()),
        ListRules.region(wish.region()),
        ListRules.zone(wish.zone()),
        ListRules.fields(wish.fields()),
        ListRules.expires(wish.expiresDays(), ListLimits.EXPIRES_DAYS),
        createdAt);
  }

  private CallingList found(CurrentUser user, ListId list) {
    return lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
  }

  private ListView view(CurrentUser user, CallingList list) {
    return new ListView(
        list.id(),
        list.name(),
        list.region(),
        list.zone().getId(),
        list.fields(),
        list.expiresDays(),
        list.createdAt(),
        lists.campaigns(user.workspace(), list.id()));
  }

  private static Refusal taken() {
    return Refusal.conflict("name-taken", "Another one has this name. Choose another name.");
  }

  private void record(CurrentUser by, String what, CallingList list) {
    audit.record(
        by.workspace(), by.user(), what, list.id().toString(), Map.of("name", list.name()));
  }
}
