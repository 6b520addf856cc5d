package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.campaign.rule.Reschedules;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an agent decides about a record without calling, and about its next call. Each is one
/// transaction under a lock on the preview: whoever comes second is told that it is over, or, when
/// it is the same wish again, that it is done.
public final class Previews {
  private final Database database;
  private final PreviewStore previews;
  private final CandidateStore candidates;
  private final RecordFateStore fates;
  private final CampaignStore campaigns;
  private final DispositionStore dispositions;
  private final DoNotCallStore doNotCall;
  private final SuccessStore successes;
  private final Floors floors;
  private final List<PreviewListener> listeners;
  private final Clock clock;

  Previews(
      Database database,
      PreviewStore previews,
      CandidateStore candidates,
      RecordFateStore fates,
      CampaignStore campaigns,
      DispositionStore dispositions,
      DoNotCallStore doNotCall,
      SuccessStore successes,
      Floors floors,
      List<PreviewListener> listeners,
      Clock clock) {
    this.database = database;
    this.previews = previews;
    this.candidates = candidates;
    this.fates = fates;
    this.campaigns = campaigns;
    this.dispositions = dispositions;
    this.doNotCall = doNotCall;
    this.successes = successes;
    this.floors = floors;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
  }

  /// An agent and the preview that is meant.
  public record Asker(WorkspaceId workspace, UserId agent, PreviewId preview) {}

  private interface Decision {
    PreviewAnswer in(JdbcClient db, Preview preview, Campaign campaign);
  }

  /// Finishes the record in this campaign, without a call. `disposition` null: the campaign's usual
  /// one.
  public PreviewAnswer complete(Asker asker, @Nullable DispositionId disposition, String notes) {
    if (notes.length() > PreviewLimits.NOTES || notes.indexOf('\0') >= 0)
      return PreviewAnswer.no(PreviewProblem.TOO_LONG);
    var answer =
        decide(
            asker,
            new PreviewInput.Complete(asker.agent()),
            (db, preview, campaign) -> complete(db, asker, preview, campaign, disposition, notes));
    return released(asker, answer);
  }

  private PreviewAnswer complete(
      JdbcClient db,
      Asker asker,
      Preview preview,
      Campaign campaign,
      @Nullable DispositionId wish,
      String notes) {
    var settings = campaign.settings();
    if (wish == null && settings.explicitDisposition())
      return PreviewAnswer.no(PreviewProblem.DISPOSITION_REQUIRED);
    var id = wish == null ? settings.defaultPreviewDisposition() : wish;
    var chosen =
        id == null ? Optional.<Disposition>empty() : dispositions.find(asker.workspace(), id);
    if (chosen.isEmpty() || wish != null && !mayBeChosen(chosen.get()))
      return PreviewAnswer.no(PreviewProblem.UNKNOWN_DISPOSITION);
    var now = now();
    long reviewed =
        previews.end(db, asker.workspace(), preview.id(), PreviewState.Outcome.COMPLETED, now);
    fates.ends(db, row(asker, preview), chosen.get().id(), null, now);
    if (chosen.get().kind() == Disposition.Kind.DO_NOT_CALL) blocks(db, asker, preview, campaign);
    note(db, asker, preview, "PREVIEWED", reviewed, null, null, null, now);
    note(db, asker, preview, "COMPLETED", reviewed, chosen.get().id(), null, notes, now);
    if (chosen.get().kind() == Disposition.Kind.SUCCESS) {
      var success = current(db, asker, preview, campaign).success(chosen.get().id());
      successes.add(db, asker.workspace(), campaign.id(), success, now);
    }
    return PreviewAnswer.DONE;
  }

  private static boolean mayBeChosen(Disposition disposition) {
    return disposition.scope().preview() && disposition.scope().selectable();
  }

  /// The customer wants no calls: none of the numbers is called any more.
  private void blocks(JdbcClient db, Asker asker, Preview preview, Campaign campaign) {
    var candidate = candidate(db, asker, preview, campaign);
    for (var number : candidate.record().numbers())
      doNotCall.feed(db, asker.workspace(), campaign.id(), number.number(), "PREVIEW");
  }

  /// Gives the record back. `reason` null: none is said.
  public PreviewAnswer skip(Asker asker, @Nullable String reason) {
    var answer =
        decide(
            asker,
            new PreviewInput.Skip(asker.agent()),
            (db, preview, campaign) -> skip(db, asker, preview, campaign, reason));
    return released(asker, answer);
  }

  private PreviewAnswer skip(
      JdbcClient db, Asker asker, Preview preview, Campaign campaign, @Nullable String reason) {
    var settings = campaign.settings();
    if (!settings.skipAllowed()) return PreviewAnswer.no(PreviewProblem.SKIP_NOT_ALLOWED);
    if (reason != null && !settings.skipReasons().contains(reason))
      return PreviewAnswer.no(PreviewProblem.UNKNOWN_SKIP_REASON);
    var now = now();
    var before = candidate(db, asker, preview, campaign).standing().skips();
    long reviewed =
        previews.end(db, asker.workspace(), preview.id(), PreviewState.Outcome.SKIPPED, now);
    fates.skipped(db, row(asker, preview), asker.agent(), now.plus(settings.skipDelay()), now);
    note(db, asker, preview, "PREVIEWED", reviewed, null, null, null, now);
    note(db, asker, preview, "SKIPPED", reviewed, null, reason, null, now);
    if (settings.maxSkips() > 0 && before + 1 >= settings.maxSkips()) {
      var ending = Ending.SKIPPED_TOO_OFTEN;
      fates.ends(db, row(asker, preview), null, ending.name(), now);
      previews.ended(
          db, asker.workspace(), preview.campaign(), preview.record(), ending.name(), now);
    }
    return PreviewAnswer.DONE;
  }

  /// Agrees on another call, or (null) on none.
  public PreviewAnswer nextCall(Asker asker, @Nullable NextCall wish) {
    var answer =
        inLock(
            asker,
            (db, preview, campaign) -> {
              if (!mayAgree(preview.state(), asker.agent()))
                return PreviewAnswer.no(PreviewProblem.PREVIEW_OVER);
              if (wish != null) {
                var check = check(db, asker, preview, campaign, wish);
                if (check != Reschedules.Check.FITS) return not(check);
              }
              previews.nextCall(db, asker.workspace(), preview.id(), wish);
              return PreviewAnswer.DONE;
            });
    if (answer instanceof PreviewAnswer.Done) tell(asker);
    return answer;
  }

  private static PreviewAnswer not(Reschedules.Check check) {
    var why =
        check == Reschedules.Check.OUTSIDE_HOURS
            ? PreviewProblem.NEXT_CALL_OUTSIDE_HOURS
            : PreviewProblem.BAD_NEXT_CALL;
    return new PreviewAnswer.No(why, Map.of("why", check.name()));
  }

  private Reschedules.Check check(
      JdbcClient db, Asker asker, Preview preview, Campaign campaign, NextCall wish) {
    return Reschedules.check(
        campaign.settings().rules(), candidate(db, asker, preview, campaign).callee(), wish, now());
  }

  private static boolean mayAgree(PreviewState state, UserId agent) {
    return switch (state) {
      case PreviewState.Dialing s -> s.agent().equals(agent);
      case PreviewState.Talking s -> s.agent().equals(agent);
      case PreviewState.Deciding s -> s.agent().equals(agent);
      case PreviewState.Queued _,
          PreviewState.Offered _,
          PreviewState.Reviewing _,
          PreviewState.Ended _ ->
          false;
    };
  }

  /// `decision` is taken when the state allows it.
  private PreviewAnswer decide(Asker asker, PreviewInput input, Decision decision) {
    return inLock(
        asker,
        (db, preview, campaign) ->
            switch (PreviewLife.move(preview.state(), input)) {
              case PreviewLife.Move.To _ -> decision.in(db, preview, campaign);
              case PreviewLife.Move.Done _ -> PreviewAnswer.DONE;
              case PreviewLife.Move.Late _ -> PreviewAnswer.no(PreviewProblem.PREVIEW_OVER);
              case PreviewLife.Move.NotYours _ -> PreviewAnswer.NOT_FOUND;
            });
  }

  private PreviewAnswer inLock(Asker asker, Decision decision) {
    return database.in(
        asker.workspace().value(),
        db -> {
          var preview = previews.locked(db, asker.workspace(), asker.preview());
          if (preview.isEmpty() || !asker.agent().equals(preview.get().agent()))
            return PreviewAnswer.NOT_FOUND;
          var campaign = campaigns.find(asker.workspace(), preview.get().campaign());
          if (campaign.isEmpty()) return PreviewAnswer.NOT_FOUND;
          return decision.in(db, preview.get(), campaign.get());
        });
  }

  /// The floor is told that the agent is free. What it does not hear now, the keeper says again.
  private PreviewAnswer released(Asker asker, PreviewAnswer answer) {
    if (!(answer instanceof PreviewAnswer.Done)) return answer;
    release(asker.workspace(), asker.preview(), asker.agent());
    tell(asker);
    return answer;
  }

  void release(WorkspaceId workspace, PreviewId preview, UserId agent) {
    var unused =
        floors.submit(workspace, new Command.Release(new WorkId(preview.value()), agent), "");
  }

  private void tell(Asker asker) {
    listeners.forEach(listener -> listener.changed(asker.workspace(), asker.agent()));
  }

  /// As its agent sees it.
  private Candidate candidate(JdbcClient db, Asker asker, Preview preview, Campaign campaign) {
    return candidates.seen(
        db,
        asker.workspace(),
        preview,
        campaign.settings().rules(),
        current(db, asker, preview, campaign),
        now());
  }

  /// As the list has it now.
  private Candidate current(JdbcClient db, Asker asker, Preview preview, Campaign campaign) {
    var found =
        candidates.read(
            db,
            asker.workspace(),
            campaign.id(),
            campaign.settings().rules(),
            Set.of(preview.record()),
            now());
    return found.values().stream().findFirst().orElseThrow();
  }

  private void note(
      JdbcClient db,
      Asker asker,
      Preview preview,
      String kind,
      long reviewed,
      @Nullable DispositionId disposition,
      @Nullable String reason,
      @Nullable String notes,
      Instant at) {
    previews.note(
        db,
        asker.workspace(),
        preview.id(),
        new PreviewStore.Happened(
            kind, asker.agent(), false, reviewed, disposition, null, reason, notes),
        at);
  }

  private static RecordFateStore.Row row(Asker asker, Preview preview) {
    return new RecordFateStore.Row(asker.workspace(), preview.campaign(), preview.record());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
