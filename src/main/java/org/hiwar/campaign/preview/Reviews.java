package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.Correction.Change;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.rule.Verdict;
import org.hiwar.campaign.rule.Verdicts;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What an agent looks at: the record, what may be called of it now, and what was done with it
/// before in this campaign.
@Component
public class Reviews {
  private final Database database;
  private final PreviewStore previews;
  private final RecordStore records;
  private final CandidateStore candidates;
  private final HistoryStore history;
  private final AttemptStore attempts;
  private final CampaignStore campaigns;
  private final Clock clock;

  public Reviews(
      Database database,
      PreviewStore previews,
      RecordStore records,
      CandidateStore candidates,
      HistoryStore history,
      AttemptStore attempts,
      CampaignStore campaigns,
      Clock clock) {
    this.database = database;
    this.previews = previews;
    this.records = records;
    this.candidates = candidates;
    this.history = history;
    this.attempts = attempts;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /// @param history newest first
  public record Review(
      Preview preview,
      Campaign campaign,
      Candidate candidate,
      Verdicts verdicts,
      List<Past> history) {}

  /// Something that was done with the record.
  ///
  /// @param kind ATTEMPT, or as an event is called
  /// @param agent null: the system
  /// @param called what the disposition was called then, or its code
  /// @param seconds how long was talked; null: not at all
  /// @param changes of a correction; else empty
  public record Past(
      Instant at,
      String kind,
      @Nullable String number,
      @Nullable UserId agent,
      @Nullable String result,
      @Nullable DispositionId disposition,
      @Nullable String called,
      @Nullable Long seconds,
      String notes,
      boolean automatic,
      List<Change> changes) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    static Past of(ResultSet row) throws SQLException {
      long seconds = row.getLong("seconds");
      boolean silent = row.wasNull();
      var notes = row.getString("notes");
      var changes = row.getString("changes");
      return new Past(
          Objects.requireNonNull(SqlTime.instant(row, "at")),
          row.getString("kind"),
          row.getString("number"),
          SqlTime.id(row, "agent", UserId::new),
          row.getString("result"),
          SqlTime.id(row, "disposition", DispositionId::new),
          row.getString("called"),
          silent ? null : seconds,
          notes == null ? "" : notes,
          row.getBoolean("automatic"),
          changes == null ? List.of() : JSON.readValue(changes, CHANGES));
    }
  }

  /// An attempt and what allowed it.
  public record Judged(Attempt attempt, Verdict.Allowed verdict) {}

  /// @param called what the result that the record has was called then, or its code; null: none
  /// @param attempts newest first
  public record Explained(
      Campaign campaign,
      Candidate candidate,
      Verdicts verdicts,
      @Nullable String called,
      List<Judged> attempts) {}

  /// Why a record is called now or is not, and why it was; empty: it is not in the campaign.
  public Optional<Explained> explain(WorkspaceId workspace, CampaignId campaign, RecordId record) {
    var found = campaigns.find(workspace, campaign);
    if (found.isEmpty()) return Optional.empty();
    var now = clock.instant();
    var rules = found.get().settings().rules();
    return database.in(
        workspace.value(),
        db -> {
          var candidate =
              candidates.read(db, workspace, campaign, rules, Set.of(record), now).get(record);
          if (candidate == null) return Optional.empty();
          return Optional.of(
              new Explained(
                  found.get(),
                  candidate,
                  Verdicts.of(rules, candidate.callee(), now),
                  history.result(db, workspace, campaign, record).orElse(null),
                  attempts.judged(db, workspace, campaign, record)));
        });
  }

  /// What is offered: as much of it as is shown before it is accepted.
  public record Offer(Preview preview, Campaign campaign, CallingRecord record) {}

  public Optional<Offer> offered(WorkspaceId workspace, PreviewId id) {
    return database.in(
        workspace.value(),
        db -> {
          var preview = previews.find(workspace, id);
          if (preview.isEmpty()) return Optional.empty();
          var campaign = campaigns.find(workspace, preview.get().campaign());
          var record =
              records.find(db, workspace, List.of(preview.get().record())).stream().findFirst();
          if (campaign.isEmpty() || record.isEmpty()) return Optional.empty();
          return Optional.of(new Offer(preview.get(), campaign.get(), record.get()));
        });
  }

  /// Whether the agent has accepted anything that is not over: asked for every call, whether it is
  /// one of a record or not.
  public boolean any(WorkspaceId workspace, UserId agent) {
    return previews.any(workspace, agent);
  }

  /// What the agent has accepted and is not over.
  public Optional<Review> ofAgent(WorkspaceId workspace, UserId agent) {
    return database.in(
        workspace.value(),
        _ -> previews.ofAgent(workspace, agent).flatMap(found -> of(workspace, found)));
  }

  private Optional<Review> of(WorkspaceId workspace, Preview preview) {
    var campaign = campaigns.find(workspace, preview.campaign());
    if (campaign.isEmpty()) return Optional.empty();
    var now = clock.instant();
    var rules = campaign.get().settings().rules();
    return database.in(
        workspace.value(),
        db -> {
          var candidate =
              candidates
                  .read(db, workspace, preview.campaign(), rules, Set.of(preview.record()), now)
                  .get(preview.record());
          if (candidate == null) return Optional.empty();
          var seen = candidates.seen(db, workspace, preview, rules, candidate, now);
          return Optional.of(
              new Review(
                  preview,
                  campaign.get(),
                  seen,
                  Verdicts.of(rules, seen.callee(), now),
                  history.of(db, workspace, preview)));
        });
  }
}
