package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.rule.Callee;
import org.hiwar.campaign.rule.CalleeNumber;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what decides whether records may be called, in the transaction that decides.
@Component
public class CandidateStore {
  private final RecordStore records;
  private final DoNotCallStore doNotCall;
  private final QuotaCounts quotas;

  public CandidateStore(RecordStore records, DoNotCallStore doNotCall, QuotaCounts quotas) {
    this.records = records;
    this.doNotCall = doNotCall;
    this.quotas = quotas;
  }

  record Key(RecordId record, String number) {}

  record Count(int all, int today) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(all + other.all, today + other.today);
    }
  }

  record Listed(Standing standing, String name, ZoneId zone) {}

  /// Of `wanted` those that are in the campaign, by their ids.
  Map<RecordId, Candidate> read(
      JdbcClient db,
      WorkspaceId workspace,
      CampaignId campaign,
      CampaignRules rules,
      Collection<RecordId> wanted,
      Instant now) {
    var found = new HashMap<RecordId, Candidate>();
    if (wanted.isEmpty()) return found;
    var ids = wanted.stream().mapToLong(RecordId::value).distinct().toArray();
    var listed = listed(db, workspace, campaign, ids);
    var stopped = stopped(db, workspace, campaign, ids);
    var counts = counts(db, workspace, campaign, ids, rules.centre().startOfDay(now));
    var hits = new HashMap<RecordId, Set<Integer>>();
    for (var hit : doNotCall.hits(db, workspace, campaign, wanted))
      hits.computeIfAbsent(hit.record(), _ -> new HashSet<>()).add(hit.position());
    var counted = counted(db, workspace, campaign, rules);
    for (var record : records.find(db, workspace, wanted)) {
      var in = listed.get(record.id());
      if (in == null) continue;
      var blocked = hits.computeIfAbsent(record.id(), _ -> new HashSet<>());
      for (var given : given(record, in.standing()))
        if (doNotCall(db, workspace, campaign, given.number())) blocked.add(given.position());
      var callee =
          callee(
              record,
              in,
              stopped.getOrDefault(record.id(), Set.of()),
              blocked,
              counts,
              !counted.want(record.list(), record.said()),
              now);
      found.put(record.id(), new Candidate(in.standing(), in.name(), in.zone(), record, callee));
    }
    return found;
  }

  /// How far the quotas of the campaign are.
  QuotaCounts.Counted counted(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, CampaignRules rules) {
    return quotas.read(db, workspace, campaign, rules.quotas());
  }

  /// As its agent sees it, who has accepted `preview`; whether it may be called follows from what
  /// is so now.
  Candidate seen(
      JdbcClient db,
      WorkspaceId workspace,
      Preview preview,
      CampaignRules rules,
      Candidate found,
      Instant now) {
    var seen = preview.seen();
    if (seen == null) return found;
    var record = seen.of(found.record());
    var in = new Listed(found.standing(), found.listName(), found.listZone());
    if (record.numbers().equals(found.record().numbers()))
      return new Candidate(in.standing(), in.name(), in.zone(), record, found.callee());
    long[] ids = {record.id().value()};
    var blocked = new HashSet<Integer>();
    for (var hit : doNotCall.hits(db, workspace, preview.campaign(), List.of(record.id())))
      if (hit.position() == 0) blocked.add(0);
    for (var number : all(record, in.standing()))
      if (doNotCall(db, workspace, preview.campaign(), number.number()))
        blocked.add(number.position());
    var callee =
        callee(
            record,
            in,
            stopped(db, workspace, preview.campaign(), ids).getOrDefault(record.id(), Set.of()),
            blocked,
            counts(db, workspace, preview.campaign(), ids, rules.centre().startOfDay(now)),
            found.callee().quotaMet(),
            now);
    return new Candidate(in.standing(), in.name(), in.zone(), record, callee);
  }

  /// The number that an agent has agreed on with the customer, where the record does not have it.
  private static List<RecordNumber> given(CallingRecord record, Standing standing) {
    var agreed = standing.number();
    if (agreed == null || record.numbers().stream().anyMatch(n -> n.number().equals(agreed)))
      return List.of();
    int position = record.numbers().stream().mapToInt(RecordNumber::position).max().orElse(0) + 1;
    return List.of(new RecordNumber(position, NumberKind.OTHER, agreed, null, null));
  }

  private static List<RecordNumber> all(CallingRecord record, Standing standing) {
    return Stream.concat(record.numbers().stream(), given(record, standing).stream()).toList();
  }

  private static Callee callee(
      CallingRecord record,
      Listed in,
      Set<Integer> stopped,
      Set<Integer> hits,
      Map<Key, Count> counts,
      boolean quotaMet,
      Instant now) {
    var all = Count.NONE;
    for (var entry : counts.entrySet())
      if (entry.getKey().record().equals(record.id())) all = all.plus(entry.getValue());
    var numbers =
        all(record, in.standing()).stream()
            .map(
                n -> {
                  var count = counts.getOrDefault(new Key(record.id(), n.number()), Count.NONE);
                  return new CalleeNumber(
                      n.position(),
                      n.kind(),
                      n.number(),
                      n.zone(),
                      count.all(),
                      count.today(),
                      stopped.contains(n.position()),
                      hits.contains(0) || hits.contains(n.position()));
                })
            .toList();
    return new Callee(
        numbers,
        record.zone(),
        record.postalCode(),
        record.state(),
        in.zone(),
        all.all(),
        all.today(),
        in.standing().promised(now) ? in.standing().number() : null,
        record.expiresAt(),
        quotaMet);
  }

  Map<RecordId, Listed> listed(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
    var all = new HashMap<RecordId, Listed>();
    db.sql(
            """
            select k.record, k.list, k.status, k.priority, k.not_before, k.until, k.number, k.only_agent, k.avoid_agent,
              k.skips, k.attempts, k.result, l.name, l.zone
            from campaign_record k join calling_list l on l.workspace = k.workspace and l.id = k.list
            where k.workspace = :workspace and k.campaign = :campaign and k.record = any(:ids)\
            """)
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("ids", ids)
        .query(
            row -> {
              var standing = standing(row);
              all.put(
                  standing.record(),
                  new Listed(standing, row.getString("name"), ZoneId.of(row.getString("zone"))));
            });
    return all;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new RecordId(row.getLong("record")),
        new ListId(row.getLong("list")),
        Standing.Status.valueOf(row.getString("status")),
        row.getInt("priority"),
        SqlTime.instant(row, "not_before"),
        SqlTime.instant(row, "until"),
        row.getString("number"),
        SqlTime.id(row, "only_agent", UserId::new),
        SqlTime.id(row, "avoid_agent", UserId::new),
        row.getInt("skips"),
        row.getInt("attempts"),
        row.getString("result"));
  }

  Map<RecordId, Set<Integer>> stopped(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
    var all = new HashMap<RecordId, Set<Integer>>();
    db.sql(
            """
            select record, position from stopped_number
            where workspace = :workspace and campaign = :campaign and record = any(:ids)\
            """)
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("ids", ids)
        .query(
            row -> {
              all.computeIfAbsent(new RecordId(row.getLong("record")), _ -> new HashSet<>())
                  .add(row.getInt("position"));
            });
    return all;
  }

  /// Short retries belong to the attempt that they repeat.
  Map<Key, Count> counts(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids, Instant day) {
    var all = new HashMap<Key, Count>();
    db.sql(
            """
            select record, number, count(*) all_of_them, count(*) filter (where started_at >= :day) today
            from call_attempt
            where workspace = :workspace and campaign = :campaign and record = any(:ids) and applied is distinct from 'RETRY'
            group by record, number\
            """)
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("ids", ids)
        .param("day", SqlTime.at(day))
        .query(
            row -> {
              all.put(
                  new Key(new RecordId(row.getLong("record")), row.getString("number")),
                  new Count(row.getInt("all_of_them"), row.getInt("today")));
            });
    return all;
  }

  /// What the campaign writes when the record ends because it must not be called: as it says at the
  /// first list, in the order of the numbers, where it says anything. Null: the usual.
  @Nullable DispositionId written(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, RecordId record) {
    return doNotCall.hits(db, workspace, campaign, List.of(record)).stream()
        .flatMap(hit -> Stream.ofNullable(hit.disposition()))
        .findFirst()
        .orElse(null);
  }

  /// Whether a number that an agent gave must not be called.
  boolean doNotCall(JdbcClient db, WorkspaceId workspace, CampaignId campaign, String number) {
    return doNotCall.holds(db, workspace, campaign, number);
  }

  /// How often this number was called for a record, within all attempts and today.
  CalleeNumber given(
      JdbcClient db,
      WorkspaceId workspace,
      CampaignId campaign,
      Candidate of,
      CampaignRules rules,
      String number,
      Instant now) {
    var day = rules.centre().startOfDay(now);
    var ids = List.of(of.record().id()).stream().mapToLong(RecordId::value).toArray();
    var count =
        counts(db, workspace, campaign, ids, day)
            .getOrDefault(new Key(of.record().id(), number), Count.NONE);
    int position = of.record().numbers().stream().mapToInt(n -> n.position()).max().orElse(0) + 1;
    return new CalleeNumber(
        position,
        NumberKind.OTHER,
        number,
        null,
        count.all(),
        count.today(),
        false,
        doNotCall(db, workspace, campaign, number));
  }
}
