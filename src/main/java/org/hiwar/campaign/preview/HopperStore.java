package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds and locks the records that go next, and notes what becomes of them. What another
/// transaction has locked is passed over.
@Component
class HopperStore {

  private final Fronts fronts = new Fronts();

  /// Which records of a campaign are meant.
  record Of(WorkspaceId workspace, CampaignId campaign) {}

  /// A record that is claimed, with its preview.
  record Handed(RecordId record, PreviewId preview, Instant at) {}

  /// Records of the workspace may be had again, or lie elsewhere.
  void cameBack(WorkspaceId workspace) {
    fronts.forget(workspace);
  }

  /// Records whose time has come are ordinary ones again, and so are those whose window is over.
  void due(JdbcClient db, Of of, Instant now) {
    fronts.begin(of, now);
    db.sql(
            """
            update campaign_record k set status = 'AVAILABLE', not_before = null, until = null, number = null, aside = false,
              only_agent = case when k.status = 'RESCHEDULED'
                then (select u.id from calling_record r join app_user u on u.workspace = r.workspace and u.login = lower(r.agent_login)
                      where r.workspace = k.workspace and r.id = k.record)
                else k.only_agent end,
              changed_at = :now
            where k.workspace = :workspace and k.campaign = :campaign and k.record in (
              select d.record from campaign_record d
              where d.workspace = :workspace and d.campaign = :campaign and d.not_before is not null
                and (d.status in ('AVAILABLE', 'WAITING') and d.not_before <= :now or d.status = 'RESCHEDULED' and d.until <= :now)
              order by d.not_before limit :most for update skip locked)
            returning k.list, k.sort\
            """)
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("now", SqlTime.at(now))
        .param("most", PreviewLimits.DUE)
        .query(
            row -> {
              fronts.back(of, new ListId(row.getLong("list")), row.getLong("sort"));
            });
  }

  /// Within their windows, the earliest first. What is for one agent is for those who are `here`
  /// and for whom nothing of the kind waits on the floor: who has many gets one after the other.
  List<RecordId> promised(JdbcClient db, Of of, Collection<UserId> here, Instant now, int most) {
    return db.sql(
            """
            select record from campaign_record
            where workspace = :workspace and campaign = :campaign and status = 'RESCHEDULED' and not_before <= :now and until > :now
              and (only_agent is null or only_agent = any(:here) and only_agent not in (
                select k.only_agent from preview p
                  join campaign_record k on k.workspace = p.workspace and k.campaign = p.campaign and k.record = p.record
                where p.workspace = :workspace and p.campaign = :campaign and p.state = 'QUEUED'
                  and k.until is not null and k.only_agent is not null))
              and list in (select l.list from campaign_list l
                where l.workspace = :workspace and l.campaign = :campaign and l.enabled)
            order by not_before, record limit :most for update skip locked\
            """)
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("here", ids(here))
        .param("now", SqlTime.at(now))
        .param("most", most)
        .query((row, _) -> new RecordId(row.getLong("record")))
        .list();
  }

  List<RecordId> prior(JdbcClient db, Of of, ListId list, Collection<UserId> ready, int most) {
    return records(
        next(db, of, list, ready, most, "priority > 0", "priority desc, sort", Fronts.FIRST));
  }

  List<RecordId> ordinary(JdbcClient db, Of of, ListId list, Collection<UserId> ready, int most) {
    long from = fronts.of(of, list);
    var found = next(db, of, list, ready, most, "priority = 0", "sort", from);
    if (found.size() < most && from != Fronts.FIRST)
      found = next(db, of, list, ready, most, "priority = 0", "sort", Fronts.FIRST);
    if (!found.isEmpty()) fronts.first(of, list, found.getFirst().sort());
    return records(found);
  }

  private record Found(RecordId record, long sort) {}

  private static List<RecordId> records(List<Found> found) {
    return found.stream().map(Found::record).toList();
  }

  private static List<Found> next(
      JdbcClient db,
      Of of,
      ListId list,
      Collection<UserId> ready,
      int most,
      String which,
      String order,
      long from) {
    if (most <= 0) return List.of();
    return db.sql(
            """
            select record, sort from campaign_record
            where workspace = :workspace and campaign = :campaign and list = :list and status = 'AVAILABLE' and not_before is null
              and %s and (only_agent is null or only_agent = any(:ready)) and sort >= :from
            order by %s limit :most for update skip locked\
            """
                .formatted(which, order))
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("list", list.value())
        .param("ready", ids(ready))
        .param("from", from)
        .param("most", most)
        .query((row, _) -> new Found(new RecordId(row.getLong("record")), row.getLong("sort")))
        .list();
  }

  private static long[] ids(Collection<UserId> users) {
    return users.stream().mapToLong(UserId::value).toArray();
  }

  /// The records are claimed: they have previews from now on.
  void hand(JdbcClient db, Of of, List<Handed> claimed) {
    if (claimed.isEmpty()) return;
    db.sql(
            """
            with claimed as (
              select record, preview, from_us(at) at from unnest(:records::bigint[], :previews::bigint[], :at::bigint[]) as t(record, preview, at)),
            handed as (
              update campaign_record k set status = 'HANDED', aside = false, changed_at = claimed.at from claimed
              where k.workspace = :workspace and k.campaign = :campaign and k.record = claimed.record)
            insert into preview (workspace, id, campaign, record, state, claimed_at)
            select :workspace, preview, :campaign, record, 'QUEUED', at from claimed\
            """)
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("records", claimed.stream().mapToLong(one -> one.record().value()).toArray())
        .param("previews", claimed.stream().mapToLong(one -> one.preview().value()).toArray())
        .param("at", claimed.stream().mapToLong(one -> SqlTime.micros(one.at())).toArray())
        .update();
  }

  /// It may not be called now, by the rules as they are. A window that it has stays.
  void wait(JdbcClient db, Of of, RecordId record, Instant until, Instant now) {
    db.sql(
            """
            update campaign_record set not_before = :until, aside = true, changed_at = :now,
              status = case when status = 'RESCHEDULED' then status else 'WAITING' end
            where workspace = :workspace and campaign = :campaign and record = :record\
            """)
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("record", record.value())
        .param("until", SqlTime.at(until))
        .param("now", SqlTime.at(now))
        .update();
  }

  /// It may never be called again.
  void end(
      JdbcClient db,
      Of of,
      RecordId record,
      String result,
      @Nullable String disposition,
      Instant now) {
    db.sql(
            """
            update campaign_record set status = 'FINAL', not_before = null, until = null, result = :result, changed_at = :now,
              disposition = coalesce((select d.id from disposition d where d.workspace = :workspace and d.code = :code::text), disposition)
            where workspace = :workspace and campaign = :campaign and record = :record\
            """)
        .param("workspace", of.workspace().value())
        .param("campaign", of.campaign().value())
        .param("record", record.value())
        .param("result", result)
        .param("code", disposition)
        .param("now", SqlTime.at(now))
        .update();
  }

  /// In place of the usual result.
  void written(JdbcClient db, Of of, RecordId record, DispositionId disposition) {
    db.sql(
            "update campaign_record set disposition = ? where workspace = ? and campaign = ? and"
                + " record = ?")
        .params(disposition.value(), of.workspace().value(), of.campaign().value(), record.value())
        .update();
  }
}
