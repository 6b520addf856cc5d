package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.DoNotCallHit;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.preview.Tables.Forbidden;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the statements of [DoNotCallStore] do, on tables in memory.
class MemoryDoNotCallStore extends DoNotCallStore {
  private final Tables tables;
  private final World.Lists lists;
  private final Clock clock;

  MemoryDoNotCallStore(Tables tables, World.Lists lists, Clock clock) {
    super(clock);
    this.tables = tables;
    this.lists = lists;
    this.clock = clock;
  }

  private boolean matches(
      Forbidden entry, World.Never list, String number, @Nullable String region) {
    var expires = entry.expires();
    if (entry.list() != list.id().value() || expires != null && !expires.isAfter(clock.instant()))
      return false;
    return switch (list.kind()) {
      case NUMBER -> entry.value().equals(number);
      case AREA -> entry.value().length() >= 2 && number.startsWith(entry.value());
      case COUNTRY -> entry.value().equals(region);
      case POSTAL_CODE, STATE, FIELD -> false;
    };
  }

  @Override
  public List<DoNotCallHit> hits(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, Collection<RecordId> records) {
    var hits = new ArrayList<DoNotCallHit>();
    for (var id : records) {
      var record = tables.records.get(id.value());
      if (record == null) continue;
      for (var number : record.numbers())
        for (var list : lists.never())
          for (var entry : tables.forbidden.all().values())
            if (matches(entry, list, number.number(), number.region()))
              hits.add(
                  new DoNotCallHit(
                      id, list.whole() ? 0 : number.position(), list.id(), entry.value(), null));
    }
    return hits;
  }

  @Override
  public boolean holds(JdbcClient db, WorkspaceId workspace, CampaignId campaign, String number) {
    for (var list : lists.never())
      for (var entry : tables.forbidden.all().values())
        if (matches(entry, list, number, World.region(number))) return true;
    return false;
  }

  @Override
  public int feed(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, String number, String reason) {
    int fed = 0;
    for (var list : lists.never())
      if (list.fed()) {
        forbid(list, number, clock.instant());
        fed++;
      }
    return fed;
  }

  void forbid(World.Never list, String value, Instant now) {
    var entry =
        new Forbidden(
            list.id().value(),
            value,
            list.days() == 0 ? null : now.plus(Duration.ofHours(24L * list.days())));
    tables.forbidden.put(list.id() + " " + value, entry);
  }
}
