package org.hiwar.voice.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of the previews of a campaign, read past the server.
final class RecordsKept {
  private final KilledCentre centre;
  private final KilledCampaign campaign;

  RecordsKept(KilledCentre centre, KilledCampaign campaign) {
    this.centre = centre;
    this.campaign = campaign;
  }

  /// @param outcome empty while it is open
  /// @param events how often each happened, by kind and agent: `SKIPPED 17`
  record Kept(
      String record,
      String state,
      String outcome,
      boolean settled,
      String agent,
      int attempts,
      Map<String, Integer> events) {
    int times(String kind, String by) {
      return events.getOrDefault(kind + " " + by, 0);
    }

    int times(String kind) {
      return events.entrySet().stream()
          .filter(e -> e.getKey().startsWith(kind + " "))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    List<String> agents(String kind) {
      return events.keySet().stream()
          .filter(key -> key.startsWith(kind + " "))
          .map(key -> key.substring(kind.length() + 1))
          .toList();
    }
  }

  /// By the ids of the previews, all of one moment.
  Map<String, Kept> previews() {
    var found = new TreeMap<String, Kept>();
    centre
        .database()
        .in(
            campaign.workspace(),
            db -> {
              var events = new HashMap<String, Map<String, Integer>>();
              of(
                      db,
                      """
                      select preview, kind || ' ' || coalesce(agent::text, '-') what, count(*) times from record_event
                      where workspace = :workspace and campaign = :campaign and preview is not null group by 1, 2\
                      """)
                  .query(
                      row -> {
                        events
                            .computeIfAbsent(row.getString("preview"), _ -> new TreeMap<>())
                            .put(row.getString("what"), row.getInt("times"));
                      });
              of(
                      db,
                      """
                      select p.id, p.record, p.state, coalesce(p.outcome, '') outcome, p.settled, coalesce(p.agent::text, '') agent,
                        (select count(*) from call_attempt a where a.workspace = p.workspace and a.preview = p.id) attempts
                      from preview p where p.workspace = :workspace and p.campaign = :campaign\
                      """)
                  .query(
                      row -> {
                        var id = row.getString("id");
                        found.put(
                            id,
                            new Kept(
                                row.getString("record"),
                                row.getString("state"),
                                row.getString("outcome"),
                                row.getBoolean("settled"),
                                row.getString("agent"),
                                row.getInt("attempts"),
                                events.getOrDefault(id, Map.of())));
                      });
              return true;
            });
    return found;
  }

  /// Where the rows of previews and those of the floor do not say the same; empty: all is well.
  List<String> contradictions() {
    return centre
        .database()
        .in(
            campaign.workspace(),
            db ->
                of(
                        db,
                        """
                        select p.id || ' is ' || p.state || ' at ' || coalesce(p.agent::text, 'nobody') || ', on the floor '
                          || coalesce(w.state, 'nothing') || ' at ' || coalesce(w.agent::text, 'nobody')
                        from preview p left join floor_work w on w.workspace = p.workspace and w.id = p.id
                        where p.workspace = :workspace and p.campaign = :campaign and (
                          p.state = 'QUEUED' and w.agent is not null
                          or p.state = 'OFFERED' and (w.state is distinct from 'OFFERED' or w.agent is distinct from p.agent)
                          or p.state = 'REVIEWING' and (w.state is distinct from 'ACTIVE' or w.agent is distinct from p.agent)
                          or p.state in ('DIALING', 'TALKING', 'DECIDING') and w.agent is not null and w.agent <> p.agent)\
                        """)
                    .query(String.class)
                    .list());
  }

  /// `sql` may name `:workspace` and `:campaign`.
  long count(String sql) {
    return centre.database().in(campaign.workspace(), db -> of(db, sql).query(Long.class).single());
  }

  private JdbcClient.StatementSpec of(JdbcClient db, String sql) {
    return db.sql(sql).param("workspace", campaign.workspace()).param("campaign", campaign.id());
  }
}
