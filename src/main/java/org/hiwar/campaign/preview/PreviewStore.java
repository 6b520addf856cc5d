package org.hiwar.campaign.preview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Previews and what happened with them.
@Component
public class PreviewStore {
  private static final String COLUMNS =
      """
      select p.id, p.campaign, p.record, p.state, p.agent, p.claimed_at, p.offered_at, p.accepted_at, p.automatic, p.timer_until,
        p.timer_stopped, p.interaction, p.conversation, p.next_call, p.outcome, p.state = 'DIALING' and
          (select count(*) from call_attempt a where a.workspace = p.workspace and a.campaign = p.campaign and a.record = p.record
            and a.preview = p.id) > 1 again,
      """;
  private static final String OF_WORKSPACE = " from preview p where p.workspace = :workspace and ";
  private static final String SELECT = COLUMNS + "p.seen" + OF_WORKSPACE;
  private static final String UNSEEN = COLUMNS + "null seen" + OF_WORKSPACE;
  private static final String ACCEPTED = "state in ('REVIEWING', 'DIALING', 'TALKING', 'DECIDING')";

  private final Database database;
  private final JsonMapper json;
  private final Ids ids;

  public PreviewStore(Database database, JsonMapper json, Ids ids) {
    this.database = database;
    this.json = json;
    this.ids = ids;
  }

  public Optional<Preview> find(WorkspaceId workspace, PreviewId id) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "p.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(this::row)
                .optional());
  }

  /// What an agent has accepted and is not over; empty: nothing.
  public Optional<Preview> ofAgent(WorkspaceId workspace, UserId agent) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "p.agent = :agent and p." + ACCEPTED)
                .param("workspace", workspace.value())
                .param("agent", agent.value())
                .query(this::row)
                .optional());
  }

  /// Whether an agent has accepted one that is not over; in one message to the server.
  boolean any(WorkspaceId workspace, UserId agent) {
    var found = new AtomicBoolean();
    var query =
        new SqlPart(
            "select from preview where workspace = ? and agent = ? and " + ACCEPTED,
            List.of(workspace.value(), agent.value()));
    database.ask(workspace.value(), List.of(new Question(query, _ -> found.set(true))));
    return found.get();
  }

  Optional<Preview> ofInteraction(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "p.interaction = :interaction and p.state <> 'ENDED'")
                .param("workspace", workspace.value())
                .param("interaction", interaction.value())
                .query(this::row)
                .optional());
  }

  /// Everything that is not over, oldest first, without what agents have seen: they may be hundreds
  /// and are looked at often.
  List<Preview> open(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(UNSEEN + "p.state <> 'ENDED' order by p.id")
                .param("workspace", workspace.value())
                .query(this::row)
                .list());
  }

  /// Of those that are not over what needs to be looked at: all but the many that an agent reviews
  /// and whose time is not up. Oldest first, without what agents have seen.
  List<Preview> pending(WorkspaceId workspace, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    UNSEEN
                        + "p.state <> 'ENDED' and (p.state <> 'REVIEWING' or p.timer_until <= :now"
                        + " and p.timer_stopped is null) order by p.id")
                .param("workspace", workspace.value())
                .param("now", SqlTime.at(now))
                .query(this::row)
                .list());
  }

  /// Whether any is not over.
  boolean anyOpen(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select exists (select from preview where workspace = :workspace and state <>"
                        + " 'ENDED')")
                .param("workspace", workspace.value())
                .query(Boolean.class)
                .single());
  }

  /// Ended by a call, and the record does not know yet what becomes of it.
  List<Preview> unsettled(WorkspaceId workspace, int most) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "p.state = 'ENDED' and not p.settled order by p.ended_at limit :most")
                .param("workspace", workspace.value())
                .param("most", most)
                .query(this::row)
                .list());
  }

  /// Those of `ids` that are over although the floor may still have them.
  List<PreviewId> over(WorkspaceId workspace, List<PreviewId> ids) {
    if (ids.isEmpty()) return List.of();
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id from preview where workspace = :workspace and id = any(:ids) and"
                        + " state = 'ENDED'")
                .param("workspace", workspace.value())
                .param("ids", ids.stream().mapToLong(PreviewId::value).toArray())
                .query((row, _) -> new PreviewId(row.getLong("id")))
                .list());
  }

  /// Locked until the transaction ends.
  Optional<Preview> locked(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    db.sql("select id from preview where workspace = :workspace and id = :id for update")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(Long.class)
        .optional();
    return db.sql(SELECT + "p.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  /// When its newest attempt was noted; empty: there is none.
  Optional<Instant> dialledAt(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return db.sql(
            """
            select max(started_at) as at from call_attempt
            where workspace = :workspace and campaign = :campaign and record = :record and preview = :preview\
            """)
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .param("preview", preview.id().value())
        .query((row, _) -> Optional.ofNullable(SqlTime.instant(row, "at")))
        .single();
  }

  /// Its record too: attempts of one record are made one after the other.
  void lockRecord(JdbcClient db, WorkspaceId workspace, Preview preview) {
    db.sql(
            """
            select record from campaign_record where workspace = :workspace and campaign = :campaign and record = :record for update\
            """)
        .param("workspace", workspace.value())
        .param("campaign", preview.campaign().value())
        .param("record", preview.record().value())
        .query(Long.class)
        .optional();
  }

  /// The review is over; answers how long it was, in milliseconds.
  long end(
      JdbcClient db,
      WorkspaceId workspace,
      PreviewId id,
      PreviewState.Outcome outcome,
      Instant now) {
    return db.sql(
            """
            update preview set state = 'ENDED', outcome = :outcome, ended_at = :now, settled = true, timer_until = null,
              reviewed_ms = coalesce(reviewed_ms, (extract(epoch from :now::timestamptz - accepted_at) * 1000)::bigint)
            where workspace = :workspace and id = :id returning reviewed_ms\
            """)
        .param("outcome", outcome.name())
        .param("now", SqlTime.at(now))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(Long.class)
        .single();
  }

  void dials(JdbcClient db, WorkspaceId workspace, PreviewId id, Instant now) {
    db.sql(
            """
            update preview set state = 'DIALING', interaction = null, timer_until = null, timer_stopped = null, next_call = null,
              reviewed_ms = coalesce(reviewed_ms, (extract(epoch from :now::timestamptz - accepted_at) * 1000)::bigint)
            where workspace = :workspace and id = :id\
            """)
        .param("now", SqlTime.at(now))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  /// The call has not begun: the preview is where it was before.
  void notBegun(JdbcClient db, WorkspaceId workspace, PreviewId id, boolean again) {
    db.sql(
            """
            update preview p set state = :state, reviewed_ms = case when :again then reviewed_ms end,
              interaction = (select a.interaction from call_attempt a where a.workspace = p.workspace and a.campaign = p.campaign
                and a.record = p.record and a.preview = p.id order by a.started_at desc, a.id desc limit 1)
            where workspace = :workspace and id = :id\
            """)
        .param("state", again ? "DECIDING" : "REVIEWING")
        .param("again", again)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  boolean talks(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update preview set state = 'TALKING'
                        where workspace = :workspace and interaction = :interaction and state = 'DIALING'\
                        """)
                    .param("workspace", workspace.value())
                    .param("interaction", interaction.value())
                    .update()
                == 1);
  }

  /// The timer does not dial any more; `why` as a code, null: the agent has acted.
  void stopTimer(WorkspaceId workspace, PreviewId id, @Nullable String why) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update preview set timer_stopped = :why::text where workspace = :workspace and id = :id
                      and state = 'REVIEWING' and timer_stopped is null\
                    """)
                .param("why", why)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update());
  }

  void nextCall(JdbcClient db, WorkspaceId workspace, PreviewId id, @Nullable NextCall wish) {
    db.sql("update preview set next_call = :wish::jsonb where workspace = :workspace and id = :id")
        .param("wish", wish == null ? null : json.writeValueAsString(wish))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  void settled(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    db.sql("update preview set settled = true where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
  }

  boolean isUnsettled(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    return db.sql("select not settled from preview where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /// The work of a call is over although the floor's own transaction did not say so here.
  void endCalled(WorkspaceId workspace, PreviewId id, Instant now) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update preview set state = 'ENDED', outcome = 'CALLED', ended_at = :now
                    where workspace = :workspace and id = :id and state in ('TALKING', 'DECIDING', 'DIALING') and interaction is not null\
                    """)
                .param("now", SqlTime.at(now))
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update());
  }

  /// What happened, for history and reports.
  record Happened(
      String kind,
      @Nullable UserId agent,
      boolean automatic,
      @Nullable Long reviewedMs,
      @Nullable DispositionId disposition,
      @Nullable AttemptId attempt,
      @Nullable String reason,
      @Nullable String notes) {
    static Happened of(String kind, @Nullable UserId agent) {
      return new Happened(kind, agent, false, null, null, null, null, null);
    }
  }

  void note(JdbcClient db, WorkspaceId workspace, PreviewId preview, Happened what, Instant at) {
    var agent = what.agent();
    var disposition = what.disposition();
    var attempt = what.attempt();
    db.sql(
            """
            insert into record_event (workspace, id, at, kind, campaign, list, record, preview, agent, team, automatic, reviewed_ms,
              disposition, attempt, reason, notes)
            select p.workspace, :id, :at, :kind, p.campaign, k.list, p.record, p.id, :agent::bigint,
              (select u.team from app_user u where u.workspace = p.workspace and u.id = :agent::bigint), :automatic, :reviewed::bigint,
              :disposition::bigint, :attempt::bigint, :reason::text, :notes::text
            from preview p join campaign_record k on k.workspace = p.workspace and k.campaign = p.campaign and k.record = p.record
            where p.workspace = :workspace and p.id = :preview\
            """)
        .param("id", ids.next())
        .param("at", SqlTime.at(at))
        .param("kind", what.kind())
        .param("agent", agent == null ? null : agent.value())
        .param("automatic", what.automatic())
        .param("reviewed", what.reviewedMs())
        .param("disposition", disposition == null ? null : disposition.value())
        .param("attempt", attempt == null ? null : attempt.value())
        .param("reason", what.reason())
        .param("notes", what.notes())
        .param("workspace", workspace.value())
        .param("preview", preview.value())
        .update();
  }

  /// A record that was in nobody's hands has ended.
  void ended(
      JdbcClient db,
      WorkspaceId workspace,
      CampaignId campaign,
      RecordId record,
      String reason,
      Instant at) {
    db.sql(
            """
            insert into record_event (workspace, id, at, kind, campaign, list, record, reason)
            select workspace, :id, :at, 'ENDED_BY_SYSTEM', campaign, list, record, :reason
            from campaign_record where workspace = :workspace and campaign = :campaign and record = :record\
            """)
        .param("id", ids.next())
        .param("at", SqlTime.at(at))
        .param("reason", reason)
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("record", record.value())
        .update();
  }

  private Preview row(ResultSet row, int number) throws SQLException {
    var agent = SqlTime.id(row, "agent", UserId::new);
    var seen = row.getString("seen");
    var nextCall = row.getString("next_call");
    return new Preview(
        new PreviewId(row.getLong("id")),
        new CampaignId(row.getLong("campaign")),
        new RecordId(row.getLong("record")),
        state(row, agent),
        agent,
        java.util.Objects.requireNonNull(SqlTime.instant(row, "claimed_at")),
        SqlTime.instant(row, "offered_at"),
        SqlTime.instant(row, "accepted_at"),
        row.getBoolean("automatic"),
        SqlTime.instant(row, "timer_until"),
        row.getString("timer_stopped"),
        SqlTime.id(row, "interaction", InteractionId::new),
        SqlTime.id(row, "conversation", ConversationId::new),
        seen == null ? null : json.readValue(seen, Seen.class),
        nextCall == null ? null : json.readValue(nextCall, NextCall.class));
  }

  private static PreviewState state(ResultSet row, @Nullable UserId agent) throws SQLException {
    var name = row.getString("state");
    if (name.equals("QUEUED")) return new PreviewState.Queued();
    if (name.equals("ENDED"))
      return new PreviewState.Ended(PreviewState.Outcome.valueOf(row.getString("outcome")));
    var holder = java.util.Objects.requireNonNull(agent, "a preview with nobody is " + name);
    return switch (name) {
      case "OFFERED" -> new PreviewState.Offered(holder);
      case "REVIEWING" -> new PreviewState.Reviewing(holder);
      case "DIALING" -> new PreviewState.Dialing(holder, row.getBoolean("again"));
      case "TALKING" -> new PreviewState.Talking(holder);
      case "DECIDING" -> new PreviewState.Deciding(holder);
      default -> throw new IllegalStateException("a preview is " + name);
    };
  }
}
