package org.hiwar.campaign.preview;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.Verdicts;
import org.hiwar.campaign.rule.Why;
import org.hiwar.floor.Guard;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Decides in the floor's own transaction whether a record may be offered: by what is true when the
/// offer is committed, not when the record was claimed.
public final class PreviewGuard implements Guard {
  private final PreviewGuardStore store;
  private final CandidateStore candidates;
  private final Crew crew;
  private final Refusals refusals;
  private final Clock clock;

  public PreviewGuard(
      PreviewGuardStore store,
      CandidateStore candidates,
      Crew crew,
      Refusals refusals,
      Clock clock) {
    this.store = store;
    this.candidates = candidates;
    this.crew = crew;
    this.refusals = refusals;
    this.clock = clock;
  }

  @Override
  public boolean watches(Medium medium) {
    return medium == Medium.PREVIEW;
  }

  /// What goes wrong is told as the floor understands it: a failure of the database as such, any
  /// other as a batch that cannot be stored.
  @Override
  public Set<WorkId> refuses(Connection db, WorkspaceId workspace, List<WorkOffered> offers)
      throws SQLException {
    try {
      return refused(db, workspace, offers);
    } catch (DataAccessException e) {
      if (e.getCause() instanceof SQLException cause) throw cause;
      throw new SQLException(e);
    } catch (RuntimeException e) {
      throw new SQLException("offers of records cannot be judged", "22000", e);
    }
  }

  private Set<WorkId> refused(Connection db, WorkspaceId workspace, List<WorkOffered> offers) {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(db, true));
    var now = clock.instant();
    var known = new HashMap<PreviewId, PreviewGuardStore.Asked>();
    for (var asked :
        store.asked(
            jdbc,
            workspace,
            offers.stream().map(PreviewGuard::preview).toList(),
            offers.stream().map(WorkOffered::agent).toList())) known.put(asked.preview(), asked);
    var records = records(jdbc, workspace, known, now);
    var refused = new HashSet<WorkId>();
    for (var offer : offers) {
      var asked = known.get(preview(offer));
      var why = asked == null ? gone() : why(workspace, asked, records, offer, now);
      if (why == null) continue;
      refusals.put(workspace, offer.work(), why);
      refused.add(offer.work());
    }
    return refused;
  }

  private static PreviewId preview(WorkOffered offer) {
    return new PreviewId(offer.work().value());
  }

  private static Refusals.Refusal gone() {
    return new Refusals.Refusal("GONE", null);
  }

  private record Key(CampaignId campaign, RecordId record) {}

  private Map<Key, Candidate> records(
      JdbcClient db,
      WorkspaceId workspace,
      Map<PreviewId, PreviewGuardStore.Asked> known,
      Instant now) {
    var wanted = new HashMap<CampaignId, Set<RecordId>>();
    var rules = new HashMap<CampaignId, PreviewGuardStore.Asked>();
    for (var asked : known.values()) {
      if (!asked.open()) continue;
      wanted.computeIfAbsent(asked.campaign(), _ -> new HashSet<>()).add(asked.record());
      rules.put(asked.campaign(), asked);
    }
    var found = new HashMap<Key, Candidate>();
    wanted.forEach(
        (campaign, ids) -> {
          var asked = rules.get(campaign);
          if (asked == null) return;
          candidates
              .read(db, workspace, campaign, asked.settings().rules(), ids, now)
              .forEach((id, one) -> found.put(new Key(campaign, id), one));
        });
    return found;
  }

  /// Null: it may be offered.
  private Refusals.@Nullable Refusal why(
      WorkspaceId workspace,
      PreviewGuardStore.Asked asked,
      Map<Key, Candidate> records,
      WorkOffered offer,
      Instant now) {
    if (!asked.open()) return gone();
    if (!asked.running()) return new Refusals.Refusal("CAMPAIGN_STOPPED", null);
    if (asked.agentHasAnother()) return new Refusals.Refusal("AGENT_HAS_ANOTHER", null);
    var candidate = records.get(new Key(asked.campaign(), asked.record()));
    if (candidate == null) return gone();
    var rules = asked.settings().rules();
    if (!Verdicts.mayOffer(rules, candidate.callee(), now)) {
      var verdicts = Verdicts.of(rules, candidate.callee(), now);
      return new Refusals.Refusal(
          verdicts.nothing().map(Why::name).orElse("NO_NUMBER"), verdicts.again().orElse(null));
    }
    return whose(workspace, asked, candidate.standing(), offer.agent());
  }

  private Refusals.@Nullable Refusal whose(
      WorkspaceId workspace, PreviewGuardStore.Asked asked, Standing standing, UserId agent) {
    if (standing.onlyAgent() != null && !standing.onlyAgent().equals(agent))
      return new Refusals.Refusal("OTHER_AGENT", null);
    if (agent.equals(standing.avoidAgent())
        && crew.ready(workspace, asked.campaign()).stream().anyMatch(one -> !one.equals(agent)))
      return new Refusals.Refusal("AVOIDED_AGENT", null);
    return null;
  }
}
