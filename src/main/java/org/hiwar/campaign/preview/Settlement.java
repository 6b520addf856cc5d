package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.rule.DialRules;
import org.hiwar.campaign.rule.Next;
import org.hiwar.campaign.rule.Outcome;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes of a record what the result of its last call says: by the disposition that the agent has
/// chosen, or by that which the result of the call stands for. Until then nobody gets the record.
public final class Settlement {
  /// What the result of a call stands for when the agent chose nothing.
  private static final Map<String, String> STANDS_FOR =
      Map.of(
          "BUSY", "BUSY",
          "NO_ANSWER", "NO_ANSWER",
          "DECLINED", "NO_ANSWER",
          "CANCELLED", "NO_ANSWER",
          "NO_SUCH_NUMBER", "OUT_OF_SERVICE",
          "ANSWERED", "NO_DISPOSITION");
  private static final String OTHERWISE = "CALL_FAILED";

  private final Database database;
  private final PreviewStore previews;
  private final AttemptStore attempts;
  private final CandidateStore candidates;
  private final RecordFateStore fates;
  private final CampaignStore campaigns;
  private final DispositionStore dispositions;
  private final DoNotCallStore doNotCall;
  private final SuccessStore successes;
  private final CallFacts.Source calls;
  private final Clock clock;

  Settlement(
      Database database,
      PreviewStore previews,
      AttemptStore attempts,
      CandidateStore candidates,
      RecordFateStore fates,
      CampaignStore campaigns,
      DispositionStore dispositions,
      DoNotCallStore doNotCall,
      SuccessStore successes,
      CallFacts.Source calls,
      Clock clock) {
    this.database = database;
    this.previews = previews;
    this.attempts = attempts;
    this.candidates = candidates;
    this.fates = fates;
    this.campaigns = campaigns;
    this.dispositions = dispositions;
    this.doNotCall = doNotCall;
    this.successes = successes;
    this.calls = calls;
    this.clock = clock;
  }

  /// True when the record has got what it gets; false while its call is not over, wherever it is.
  boolean settle(WorkspaceId workspace, Preview preview) {
    var campaign = campaigns.find(workspace, preview.campaign());
    return database.in(
        workspace.value(),
        db -> {
          var open = attempts.of(db, workspace, preview);
          for (var attempt : open) know(db, workspace, attempt);
          if (open.isEmpty() || campaign.isEmpty()) {
            previews.settled(db, workspace, preview.id());
            return true;
          }
          var last = open.getFirst();
          var facts = facts(workspace, last);
          if (facts == null || !facts.over()) return false;
          var locked = previews.locked(db, workspace, preview.id());
          if (locked.isEmpty() || !unsettled(db, workspace, preview)) return true;
          for (var earlier : open.subList(1, open.size())) tried(db, workspace, earlier);
          settle(db, workspace, campaign.get(), locked.get(), last, facts);
          previews.settled(db, workspace, preview.id());
          return true;
        });
  }

  private boolean unsettled(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return previews.isUnsettled(db, workspace, preview.id());
  }

  private @Nullable CallFacts facts(WorkspaceId workspace, Attempt attempt) {
    var interaction = attempt.interaction();
    return interaction == null ? null : calls.of(workspace, interaction).orElse(null);
  }

  private void know(JdbcClient db, WorkspaceId workspace, Attempt attempt) {
    var facts = facts(workspace, attempt);
    if (facts != null) attempts.know(db, workspace, attempt.id(), facts);
  }

  /// An earlier number of the same review: its result is noted, what becomes of the record follows
  /// from the last.
  private void tried(JdbcClient db, WorkspaceId workspace, Attempt attempt) {
    var facts = facts(workspace, attempt);
    if (facts == null) return;
    var disposition = disposition(workspace, facts);
    attempts.settle(db, workspace, attempt.id(), disposition.id(), facts.notes(), "NEXT_NUMBER");
  }

  private void settle(
      JdbcClient db,
      WorkspaceId workspace,
      Campaign campaign,
      Preview preview,
      Attempt last,
      CallFacts facts) {
    var now = clock.instant();
    var rules = campaign.settings().rules();
    var disposition = disposition(workspace, facts);
    var row = new RecordFateStore.Row(workspace, preview.campaign(), preview.record());
    var candidate =
        candidates
            .read(db, workspace, campaign.id(), rules, List.of(preview.record()), now)
            .get(preview.record());
    if (candidate == null) return;
    var agreed = disposition.scope().reschedulable() ? preview.nextCall() : null;
    var outcome =
        new Outcome(
            disposition, position(candidate, last), retries(db, workspace, preview, last), agreed);
    var next = DialRules.apply(rules, candidate.callee(), outcome, now);
    apply(db, row, next, disposition, last, now);
    var applied = name(next);
    attempts.settle(db, workspace, last.id(), disposition.id(), facts.notes(), applied);
    note(db, workspace, preview, last.id(), disposition, applied, facts.notes(), now);
    if (disposition.kind() == Disposition.Kind.SUCCESS)
      successes.add(db, workspace, preview.campaign(), candidate.success(disposition.id()), now);
  }

  /// Null where another number stands there now: the result is not about that one.
  private static @Nullable Integer position(Candidate candidate, Attempt last) {
    return candidate.callee().numbers().stream()
            .anyMatch(
                number ->
                    Integer.valueOf(number.position()).equals(last.position())
                        && number.number().equals(last.number()))
        ? last.position()
        : null;
  }

  private void note(
      JdbcClient db,
      WorkspaceId workspace,
      Preview preview,
      AttemptId attempt,
      Disposition disposition,
      String applied,
      String notes,
      Instant now) {
    var set =
        new PreviewStore.Happened(
            "DISPOSITION_SET",
            preview.agent(),
            false,
            null,
            disposition.id(),
            attempt,
            applied,
            notes);
    previews.note(db, workspace, preview.id(), set, now);
    if (applied.startsWith("RESCHEDULE"))
      previews.note(
          db,
          workspace,
          preview.id(),
          new PreviewStore.Happened(
              "RESCHEDULED",
              preview.agent(),
              applied.equals("RESCHEDULE"),
              null,
              disposition.id(),
              attempt,
              applied,
              notes),
          now);
  }

  private void apply(
      JdbcClient db,
      RecordFateStore.Row row,
      Next next,
      Disposition disposition,
      Attempt last,
      Instant now) {
    var id = disposition.id();
    switch (next) {
      case Next.Finished _, Next.RecordStopped _ -> fates.ends(db, row, id, null, now);
      case Next.NoNumbersLeft _ -> fates.ends(db, row, id, Ending.NO_NUMBERS_LEFT.name(), now);
      case Next.Waits(Instant until) -> fates.waits(db, row, id, until, now);
      case Next.Retries(Instant at) ->
          fates.promised(
              db,
              row,
              id,
              window(at, at.plus(PreviewLimits.RETRY_WINDOW), last.number(), null),
              now);
      case Next.Rescheduled r ->
          fates.promised(
              db,
              row,
              id,
              window(r.from(), r.until(), r.number(), r.onlyMe() ? last.agent() : null),
              now);
      case Next.NumberStopped(int position, Next then) -> {
        fates.stopsNumber(db, row, position);
        apply(db, row, then, disposition, last, now);
      }
      case Next.NumberStoppedEverywhere(Integer position, Next then) -> {
        doNotCall.feed(db, row.workspace(), row.campaign(), last.number(), name(disposition));
        if (position != null) fates.stopsNumber(db, row, position);
        apply(db, row, then, disposition, last, now);
      }
    }
  }

  private static RecordFateStore.Window window(
      Instant from, Instant until, @Nullable String number, @Nullable UserId only) {
    return new RecordFateStore.Window(from, until, number, only);
  }

  private static String name(Disposition disposition) {
    var code = disposition.code();
    return code == null ? String.valueOf(disposition.name()) : code;
  }

  /// What stands in results as *action applied*.
  static String name(Next next) {
    return switch (next) {
      case Next.Finished _ -> "FINAL";
      case Next.Waits _ -> "WAIT";
      case Next.Retries _ -> "RETRY";
      case Next.Rescheduled r -> r.byAgent() ? "RESCHEDULE_BY_AGENT" : "RESCHEDULE";
      case Next.NumberStopped _ -> "STOP_NUMBER";
      case Next.NumberStoppedEverywhere _ -> "STOP_NUMBER_EVERYWHERE";
      case Next.RecordStopped _ -> "STOP_RECORD";
      case Next.NoNumbersLeft _ -> "NO_NUMBERS_LEFT";
    };
  }

  /// How often the same number was called again already within one attempt.
  private int retries(JdbcClient db, WorkspaceId workspace, Preview preview, Attempt last) {
    int count = 0;
    for (var attempt : attempts.ofRecord(db, workspace, preview, PreviewLimits.HISTORY)) {
      if (attempt.id().equals(last.id())) continue;
      if (!"RETRY".equals(attempt.applied()) || !attempt.number().equals(last.number())) break;
      count++;
    }
    return count;
  }

  private Disposition disposition(WorkspaceId workspace, CallFacts facts) {
    var chosen = facts.disposition();
    if (chosen != null) {
      var found = dispositions.find(workspace, chosen);
      if (found.isPresent()) return found.get();
    }
    var result = facts.result();
    var code = result == null ? OTHERWISE : STANDS_FOR.getOrDefault(result, OTHERWISE);
    return dispositions.all(workspace).stream()
        .filter(one -> code.equals(one.code()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no disposition " + code));
  }
}
