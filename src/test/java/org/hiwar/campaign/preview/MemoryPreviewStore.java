package org.hiwar.campaign.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.Tables.Noted;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.campaign.preview.Tables.Tried;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the statements of [PreviewStore] do, on tables in memory.
class MemoryPreviewStore extends PreviewStore {
  private final Database database;
  private final MemoryRows rows;
  private final Tables tables;
  private final Ids ids;

  MemoryPreviewStore(Database database, MemoryRows rows, Ids ids) {
    super(database, JsonMapper.shared(), ids);
    this.database = database;
    this.rows = rows;
    this.tables = rows.tables;
    this.ids = ids;
  }

  private List<Preview> those(
      WorkspaceId workspace, Predicate<Shown> which, Comparator<Shown> order, long most) {
    return database.in(
        workspace.value(),
        _ ->
            tables.previews.all().values().stream()
                .filter(which)
                .sorted(order)
                .limit(most)
                .map(this::preview)
                .toList());
  }

  private Optional<Preview> one(WorkspaceId workspace, Predicate<Shown> which) {
    return those(workspace, which, Comparator.comparing(Shown::id), 1).stream().findFirst();
  }

  @Override
  public Optional<Preview> find(WorkspaceId workspace, PreviewId id) {
    return one(workspace, p -> p.id() == id.value());
  }

  @Override
  public Optional<Preview> ofAgent(WorkspaceId workspace, UserId agent) {
    return one(workspace, p -> p.taken() && Objects.equals(p.agent(), agent.value()));
  }

  @Override
  List<Preview> open(WorkspaceId workspace) {
    return those(workspace, Shown::open, Comparator.comparing(Shown::id), Long.MAX_VALUE);
  }

  @Override
  List<Preview> pending(WorkspaceId workspace, Instant now) {
    return those(workspace, p -> pending(p, now), Comparator.comparing(Shown::id), Long.MAX_VALUE);
  }

  private static boolean pending(Shown p, Instant now) {
    if (!p.open() || !p.state().equals("REVIEWING")) return p.open();
    var until = p.timerUntil();
    return until != null && !until.isAfter(now) && p.timerStopped() == null;
  }

  @Override
  boolean anyOpen(WorkspaceId workspace) {
    return one(workspace, Shown::open).isPresent();
  }

  @Override
  List<Preview> unsettled(WorkspaceId workspace, int most) {
    return those(
        workspace,
        p -> !p.open() && !p.settled(),
        Comparator.comparing((Shown p) -> Objects.requireNonNull(p.endedAt())),
        most);
  }

  @Override
  List<PreviewId> over(WorkspaceId workspace, List<PreviewId> wanted) {
    if (wanted.isEmpty()) return List.of();
    return database.in(
        workspace.value(),
        _ -> {
          var over = new ArrayList<PreviewId>();
          for (var p : tables.previews.all().values())
            if (!p.open() && wanted.contains(new PreviewId(p.id())))
              over.add(new PreviewId(p.id()));
          return over;
        });
  }

  @Override
  Optional<Preview> locked(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    return Optional.ofNullable(tables.previews.get(id.value())).map(this::preview);
  }

  @Override
  Optional<Instant> dialledAt(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return tables.attempts.all().values().stream()
        .filter(a -> a.preview() == preview.id().value())
        .map(Tried::startedAt)
        .max(Instant::compareTo);
  }

  @Override
  void lockRecord(JdbcClient db, WorkspaceId workspace, Preview preview) {}

  @Override
  long end(
      JdbcClient db,
      WorkspaceId workspace,
      PreviewId id,
      PreviewState.Outcome outcome,
      Instant now) {
    change(
        id.value(),
        p -> {
          p.state = "ENDED";
          p.outcome = outcome.name();
          p.endedAt = now;
          p.settled = true;
          p.timerUntil = null;
          p.reviewed(now);
        });
    return Objects.requireNonNull(tables.previews.require(id.value()).reviewedMs());
  }

  @Override
  void dials(JdbcClient db, WorkspaceId workspace, PreviewId id, Instant now) {
    change(
        id.value(),
        p -> {
          p.state = "DIALING";
          p.interaction = null;
          p.timerUntil = null;
          p.timerStopped = null;
          p.nextCall = null;
          p.reviewed(now);
        });
  }

  @Override
  void notBegun(JdbcClient db, WorkspaceId workspace, PreviewId id, boolean again) {
    var newest =
        tables.attempts.all().values().stream()
            .filter(a -> a.preview() == id.value())
            .max(Comparator.comparing(Tried::startedAt).thenComparing(Tried::id));
    change(
        id.value(),
        p -> {
          p.state = again ? "DECIDING" : "REVIEWING";
          if (!again) p.reviewedMs = null;
          p.interaction = newest.map(Tried::interaction).orElse(null);
        });
  }

  @Override
  boolean talks(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        _ -> {
          boolean talked = false;
          for (var p : List.copyOf(tables.previews.all().values()))
            if (p.state().equals("DIALING")
                && Objects.equals(p.interaction(), interaction.value())) {
              change(p.id(), q -> q.state = "TALKING");
              talked = true;
            }
          return talked;
        });
  }

  @Override
  void stopTimer(WorkspaceId workspace, PreviewId id, @Nullable String why) {
    database.in(
        workspace.value(),
        _ -> {
          change(
              id.value(),
              p -> {
                if (p.state.equals("REVIEWING") && p.timerStopped == null) p.timerStopped = why;
              });
          return id;
        });
  }

  @Override
  void nextCall(JdbcClient db, WorkspaceId workspace, PreviewId id, @Nullable NextCall wish) {
    change(id.value(), p -> p.nextCall = wish);
  }

  @Override
  void settled(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    change(id.value(), p -> p.settled = true);
  }

  @Override
  boolean isUnsettled(JdbcClient db, WorkspaceId workspace, PreviewId id) {
    return !tables.previews.require(id.value()).settled();
  }

  @Override
  void endCalled(WorkspaceId workspace, PreviewId id, Instant now) {
    database.in(
        workspace.value(),
        _ -> {
          var p = tables.previews.get(id.value());
          if (p != null
              && p.interaction() != null
              && List.of("TALKING", "DECIDING", "DIALING").contains(p.state()))
            change(
                id.value(),
                q -> {
                  q.state = "ENDED";
                  q.outcome = "CALLED";
                  q.endedAt = now;
                });
          return id;
        });
  }

  @Override
  void note(JdbcClient db, WorkspaceId workspace, PreviewId preview, Happened what, Instant at) {
    var unused = ids.next();
    var p = tables.previews.require(preview.value());
    var agent = what.agent();
    var disposition = what.disposition();
    var attempt = what.attempt();
    tables.note(
        new Noted(
            at,
            what.kind(),
            p.campaign(),
            p.record(),
            p.id(),
            agent == null ? null : agent.value(),
            what.automatic(),
            what.reviewedMs(),
            disposition == null ? null : disposition.value(),
            attempt == null ? null : attempt.value(),
            what.reason(),
            what.notes()));
  }

  @Override
  void ended(
      JdbcClient db,
      WorkspaceId workspace,
      CampaignId campaign,
      RecordId record,
      String reason,
      Instant at) {
    var unused = ids.next();
    tables.note(
        new Noted(
            at,
            "ENDED_BY_SYSTEM",
            campaign.value(),
            record.value(),
            null,
            null,
            false,
            null,
            null,
            null,
            reason,
            null));
  }

  private void change(long id, Consumer<Draft> how) {
    tables.previews.change(
        id,
        row -> {
          var draft = new Draft(row);
          how.accept(draft);
          return draft.row();
        });
  }

  private Preview preview(Shown p) {
    var agent = p.agent() == null ? null : new UserId(p.agent());
    return new Preview(
        new PreviewId(p.id()),
        new CampaignId(p.campaign()),
        new RecordId(p.record()),
        state(p, agent),
        agent,
        p.claimedAt(),
        p.offeredAt(),
        p.acceptedAt(),
        p.automatic(),
        p.timerUntil(),
        p.timerStopped(),
        p.interaction() == null ? null : new InteractionId(p.interaction()),
        p.conversation() == null ? null : new ConversationId(p.conversation()),
        p.seen(),
        p.nextCall());
  }

  private PreviewState state(Shown p, @Nullable UserId agent) {
    if (p.state().equals("QUEUED")) return new PreviewState.Queued();
    if (p.state().equals("ENDED"))
      return new PreviewState.Ended(
          PreviewState.Outcome.valueOf(Objects.requireNonNull(p.outcome())));
    var holder = Objects.requireNonNull(agent);
    return switch (p.state()) {
      case "OFFERED" -> new PreviewState.Offered(holder);
      case "REVIEWING" -> new PreviewState.Reviewing(holder);
      case "DIALING" -> new PreviewState.Dialing(holder, rows.attemptsOf(p.id()) > 1);
      case "TALKING" -> new PreviewState.Talking(holder);
      case "DECIDING" -> new PreviewState.Deciding(holder);
      default -> throw new IllegalStateException("a preview is " + p.state());
    };
  }

  /// A row of preview that is being changed.
  static final class Draft {
    private final Shown before;
    String state;
    @Nullable Long agent;
    @Nullable Instant offeredAt;
    @Nullable Instant acceptedAt;
    boolean automatic;
    @Nullable Instant timerUntil;
    @Nullable String timerStopped;
    @Nullable Long reviewedMs;
    @Nullable Long interaction;
    @Nullable Long conversation;
    @Nullable Seen seen;
    @Nullable NextCall nextCall;
    @Nullable String outcome;
    @Nullable Instant endedAt;
    boolean settled;

    Draft(Shown row) {
      before = row;
      state = row.state();
      agent = row.agent();
      offeredAt = row.offeredAt();
      acceptedAt = row.acceptedAt();
      automatic = row.automatic();
      timerUntil = row.timerUntil();
      timerStopped = row.timerStopped();
      reviewedMs = row.reviewedMs();
      interaction = row.interaction();
      conversation = row.conversation();
      seen = row.seen();
      nextCall = row.nextCall();
      outcome = row.outcome();
      endedAt = row.endedAt();
      settled = row.settled();
    }

    void reviewed(Instant now) {
      if (reviewedMs == null && acceptedAt != null)
        reviewedMs = Duration.between(acceptedAt, now).toMillis();
    }

    Shown row() {
      return new Shown(
          before.id(),
          before.campaign(),
          before.record(),
          state,
          agent,
          before.claimedAt(),
          offeredAt,
          acceptedAt,
          automatic,
          timerUntil,
          timerStopped,
          reviewedMs,
          interaction,
          conversation,
          seen,
          nextCall,
          outcome,
          endedAt,
          settled);
    }
  }
}
