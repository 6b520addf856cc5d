package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecentCounts;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Counts records of lists, and how campaigns stand with them; of large ones now and then.
@Component
public class ListTotalsStore {
  private final Database database;
  private final RecentCounts<Of, ListTotals> recent =
      new RecentCounts<>(ListTotals::records, System::nanoTime);

  private record Of(WorkspaceId workspace, ListId list) {}

  public ListTotalsStore(DatabaseAccess access) {
    this.database = new Database(access.limited(RecentCounts.LONGEST));
  }

  public boolean hasRecords(WorkspaceId workspace, ListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select exists (select from calling_record where workspace = ? and list = ?)")
                .params(workspace.value(), list.value())
                .query(Boolean.class)
                .single());
  }

  public ListTotals of(WorkspaceId workspace, ListId list) {
    return recent.of(new Of(workspace, list), () -> count(workspace, list));
  }

  private ListTotals count(WorkspaceId workspace, ListId list) {
    return database.in(
        workspace.value(),
        db -> {
          long records =
              db.sql("select count(*) from calling_record where workspace = ? and list = ?")
                  .params(workspace.value(), list.value())
                  .query(Long.class)
                  .single();
          var campaigns = new LinkedHashMap<CampaignId, Counted>();
          db.sql(
                  """
                  select c.id, c.name, r.status = 'FINAL' as finished, r.disposition, d.name disposition_name,
                    coalesce(d.code, r.result, '') code, r.records
                  from campaign_list b join campaign c on c.workspace = b.workspace and c.id = b.campaign
                    left join (select campaign, status, disposition, result, count(*) records from campaign_record
                      where workspace = :workspace and list = :list group by 1, 2, 3, 4) r on r.campaign = c.id
                    left join disposition d on d.workspace = b.workspace and d.id = r.disposition
                  where b.workspace = :workspace and b.list = :list order by c.name, r.records desc, code\
                  """)
              .param("workspace", workspace.value())
              .param("list", list.value())
              .query(
                  row -> {
                    campaigns
                        .computeIfAbsent(new CampaignId(row.getLong("id")), _ -> new Counted())
                        .add(row);
                  });
          return new ListTotals(
              records,
              campaigns.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList());
        });
  }

  /// What was read of one campaign so far.
  private static final class Counted {
    private String name = "";
    private long records;
    private long remaining;
    private final List<ListTotals.ResultTotal> results = new ArrayList<>();

    void add(ResultSet row) throws SQLException {
      name = row.getString("name");
      long some = row.getLong("records");
      records += some;
      if (!row.getBoolean("finished")) remaining += some;
      else results.add(result(row, some));
    }

    private static ListTotals.ResultTotal result(ResultSet row, long records) throws SQLException {
      long disposition = row.getLong("disposition");
      boolean none = row.wasNull();
      return new ListTotals.ResultTotal(
          none ? null : new DispositionId(disposition),
          row.getString("disposition_name"),
          row.getString("code"),
          records);
    }

    ListTotals.CampaignTotals of(CampaignId campaign) {
      return new ListTotals.CampaignTotals(
          campaign, name, records, remaining, List.copyOf(results));
    }
  }
}
