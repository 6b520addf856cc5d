package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.contact.NumberReader;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether somebody must not be called, asked in transactions of those who hand out and dial; and
/// what results add.
@Component
public class DoNotCallStore {
  /// The lists that hold for a campaign.
  private static final String HOLDING =
      """
      with holding as (
        select d.id, d.kind, d.field, coalesce(b.whole_record, false) whole, b.disposition
        from do_not_call_list d
          left join campaign_do_not_call b on b.workspace = d.workspace and b.campaign = :campaign and b.list = d.id
        where d.workspace = :workspace and (d.everywhere or b.list is not null)), \
      """;

  /// Looked up one by one in the index, however many entries there are: a plan that reads all of a
  /// list is never the better one, for what is asked about is little.
  private static final String ENTRY =
      """
      cross join lateral (select e.value from do_not_call_entry e
        where e.workspace = :workspace and e.list = h.id and e.value = v.value
          and (e.expires_at is null or e.expires_at > :now) offset 0) e \
      """;

  /// What of given numbers an entry of these lists is about.
  private static final String OF_NUMBERS =
      """
      select n.record, case when h.whole then 0 else n.position end position, h.id list, e.value, h.disposition
      from n join holding h on h.kind in ('NUMBER', 'AREA', 'COUNTRY')
        cross join lateral unnest(case h.kind
          when 'NUMBER' then array[n.number]
          when 'COUNTRY' then array[n.region]
          else array(select left(n.number, k) from generate_series(2, length(n.number)) k) end) as v(value) \
      """
          + ENTRY;

  private final Clock clock;

  public DoNotCallStore(Clock clock) {
    this.clock = clock;
  }

  /// What must not be called of these records in this campaign, in one statement. A record or
  /// number that is not in the answer may be called, as far as do-not-call lists go.
  public List<DoNotCallHit> hits(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, Collection<RecordId> records) {
    return asked(
            db.sql(
                HOLDING
                    + """
                    n as (select record, position, number, region from record_number
                      where workspace = :workspace and record = any(:records))
                    """
                    + OF_NUMBERS
                    + """

                    union all
                    select r.id, 0, h.id, e.value, h.disposition
                    from calling_record r join holding h on h.kind in ('POSTAL_CODE', 'STATE', 'FIELD')
                      cross join lateral (select regexp_replace(lower(translate(case h.kind
                          when 'POSTAL_CODE' then r.postal_code
                          when 'STATE' then r.state
                          else r.fields ->> h.field end, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789')), '[[:space:]]+', '', 'g') value) v
                    """
                    + ENTRY
                    + """
                    where r.workspace = :workspace and r.id = any(:records)
                    order by 1, 2, 3, 4\
                    """),
            workspace,
            campaign)
        .param("records", records.stream().mapToLong(RecordId::value).toArray())
        .query(DoNotCallStore::hit)
        .list();
  }

  /// Whether a number that an agent gave, one of no record, must not be called in this campaign.
  public boolean holds(JdbcClient db, WorkspaceId workspace, CampaignId campaign, String number) {
    return asked(
            db.sql(
                "select exists ("
                    + HOLDING
                    + "n as (select 0 record, 1 position, :number::text number, :region::text"
                    + " region) "
                    + OF_NUMBERS
                    + ")"),
            workspace,
            campaign)
        .param("number", number)
        .param("region", NumberReader.regionOf(number))
        .query(Boolean.class)
        .single();
  }

  /// Adds what must not be called from now on. Once more renews its expiry.
  ///
  /// @param value as [DoNotCallValue] writes it; a number in E.164
  public void add(
      JdbcClient db, WorkspaceId workspace, DoNotCallListId list, String value, String reason) {
    insert(db, workspace, value, reason, "and d.id = :list").param("list", list.value()).update();
  }

  /// Adds a number, of a customer who asked not to be called any more, to every list that takes
  /// them and holds for the campaign. Answers how many those are; 0: there is none, and only a
  /// record can be stopped.
  public int feed(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, String number, String reason) {
    return insert(
            db,
            workspace,
            number,
            reason,
            """
            and d.fed and (d.everywhere or exists (select from campaign_do_not_call b
              where b.workspace = d.workspace and b.campaign = :campaign and b.list = d.id))\
            """)
        .param("campaign", campaign.value())
        .update();
  }

  private JdbcClient.StatementSpec insert(
      JdbcClient db, WorkspaceId workspace, String value, String reason, String which) {
    return db.sql(
            """
            insert into do_not_call_entry (workspace, list, value, expires_at, added_at, reason)
            select d.workspace, d.id, :value, case when d.expires_days > 0 then :now + d.expires_days * interval '24 hours' end, :now, :reason
            from do_not_call_list d where d.workspace = :workspace \
            """
                + which
                + """
                 on conflict (workspace, list, value) do update
                  set expires_at = excluded.expires_at, added_at = excluded.added_at, reason = excluded.reason\
                """)
        .param("workspace", workspace.value())
        .param("value", value)
        .param("reason", reason)
        .param("now", now());
  }

  private JdbcClient.StatementSpec asked(
      JdbcClient.StatementSpec sql, WorkspaceId workspace, CampaignId campaign) {
    return sql.param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("now", now());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static DoNotCallHit hit(ResultSet row, int number) throws SQLException {
    long disposition = row.getLong("disposition");
    boolean usual = row.wasNull();
    return new DoNotCallHit(
        new RecordId(row.getLong("record")),
        row.getInt("position"),
        new DoNotCallListId(row.getLong("list")),
        row.getString("value"),
        usual ? null : new DispositionId(disposition));
  }
}
