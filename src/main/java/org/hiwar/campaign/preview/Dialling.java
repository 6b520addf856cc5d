package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.preview.CampaignCalls.Placed;
import org.hiwar.campaign.preview.Previews.Asker;
import org.hiwar.campaign.rule.Callee;
import org.hiwar.campaign.rule.CalleeNumber;
import org.hiwar.campaign.rule.Verdict;
import org.hiwar.campaign.rule.Verdicts;
import org.hiwar.conversation.ConversationId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls a number of a record. Whether it may be called is asked again in the transaction that
/// notes the attempt, under locks on preview and record; only then is telephony asked. What does
/// not begin leaves no attempt.
public final class Dialling {
  private final Database database;
  private final PreviewStore previews;
  private final AttemptStore attempts;
  private final CandidateStore candidates;
  private final CampaignStore campaigns;
  private final CampaignCalls calls;
  private final List<PreviewListener> listeners;
  private final Ids ids;
  private final Clock clock;

  Dialling(
      Database database,
      PreviewStore previews,
      AttemptStore attempts,
      CandidateStore candidates,
      CampaignStore campaigns,
      CampaignCalls calls,
      List<PreviewListener> listeners,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.previews = previews;
    this.attempts = attempts;
    this.candidates = candidates;
    this.campaigns = campaigns;
    this.calls = calls;
    this.listeners = List.copyOf(listeners);
    this.ids = ids;
    this.clock = clock;
  }

  /// What is to be called.
  public sealed interface Goal {
    /// A number of the record.
    record OfRecord(int position) implements Goal {}

    /// A number that the agent gives, in E.164.
    record Given(String number) implements Goal {}

    /// The recommended one, by the preview timer.
    record Recommended() implements Goal {}
  }

  private sealed interface Noted {
    /// `again`: not the first of this review.
    record Call(
        Preview preview,
        AttemptId attempt,
        ServiceId service,
        String number,
        boolean again,
        @Nullable ConversationId conversation)
        implements Noted {}

    record Not(PreviewAnswer answer) implements Noted {}
  }

  private record Chosen(@Nullable Integer position, String number, Verdict.Allowed verdict) {}

  public PreviewAnswer dial(Asker asker, Goal goal) {
    if (!calls.mayCall(asker.workspace(), asker.agent()))
      return PreviewAnswer.no(PreviewProblem.NO_DEVICE);
    var noted = database.in(asker.workspace().value(), db -> note(db, asker, goal));
    return switch (noted) {
      case Noted.Not(PreviewAnswer answer) -> answer;
      case Noted.Call call -> place(asker, call);
    };
  }

  private Noted note(JdbcClient db, Asker asker, Goal goal) {
    var found = previews.locked(db, asker.workspace(), asker.preview());
    if (found.isEmpty() || !asker.agent().equals(found.get().agent()))
      return new Noted.Not(PreviewAnswer.NOT_FOUND);
    var preview = found.get();
    return switch (PreviewLife.move(preview.state(), new PreviewInput.Dial(asker.agent()))) {
      case PreviewLife.Move.Done _ -> new Noted.Not(PreviewAnswer.DONE);
      case PreviewLife.Move.Late _ -> new Noted.Not(PreviewAnswer.no(PreviewProblem.PREVIEW_OVER));
      case PreviewLife.Move.NotYours _ -> new Noted.Not(PreviewAnswer.NOT_FOUND);
      case PreviewLife.Move.To _ -> note(db, asker, preview, goal);
    };
  }

  private Noted note(JdbcClient db, Asker asker, Preview preview, Goal goal) {
    var known = campaigns.find(asker.workspace(), preview.campaign());
    if (known.isEmpty()) return new Noted.Not(PreviewAnswer.NOT_FOUND);
    var campaign = known.get();
    var service = campaign.calls();
    if (service == null) return new Noted.Not(PreviewAnswer.no(PreviewProblem.UNKNOWN_SERVICE));
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    previews.lockRecord(db, asker.workspace(), preview);
    var rules = campaign.settings().rules();
    var found =
        candidates
            .read(db, asker.workspace(), campaign.id(), rules, Set.of(preview.record()), now)
            .get(preview.record());
    if (found == null) return new Noted.Not(PreviewAnswer.NOT_FOUND);
    var candidate = candidates.seen(db, asker.workspace(), preview, rules, found, now);
    return switch (choose(db, asker.workspace(), campaign, candidate, goal, now)) {
      case Choice.No(PreviewAnswer answer) -> new Noted.Not(answer);
      case Choice.This(Chosen chosen) -> {
        var attempt = new AttemptId(ids.next());
        attempts.begin(
            db,
            asker.workspace(),
            new AttemptStore.Beginning(
                attempt,
                preview,
                candidate.standing().list(),
                chosen.position(),
                chosen.number(),
                asker.agent(),
                goal instanceof Goal.Recommended,
                chosen.verdict()),
            now);
        previews.dials(db, asker.workspace(), preview.id(), now);
        boolean again = preview.state() instanceof PreviewState.Deciding;
        yield new Noted.Call(
            preview, attempt, service, chosen.number(), again, preview.conversation());
      }
    };
  }

  private sealed interface Choice {
    record This(Chosen chosen) implements Choice {}

    record No(PreviewAnswer answer) implements Choice {}
  }

  private Choice choose(
      JdbcClient db,
      WorkspaceId workspace,
      Campaign campaign,
      Candidate candidate,
      Goal goal,
      Instant now) {
    var rules = campaign.settings().rules();
    var verdicts = Verdicts.of(rules, candidate.callee(), now);
    return switch (goal) {
      case Goal.Recommended _ -> {
        var position = verdicts.recommended();
        yield position == null
            ? refused(verdicts.nothing().map(Enum::name).orElse("NO_NUMBER"))
            : ofRecord(candidate, verdicts, position);
      }
      case Goal.OfRecord(int position) -> {
        if (!campaign.settings().allowOtherNumbers()
            && !Integer.valueOf(position).equals(verdicts.recommended()))
          yield new Choice.No(PreviewAnswer.no(PreviewProblem.NUMBER_NOT_ALLOWED));
        yield ofRecord(candidate, verdicts, position);
      }
      case Goal.Given(String number) -> {
        for (var own : candidate.callee().numbers())
          if (own.number().equals(number))
            yield choose(
                db, workspace, campaign, candidate, new Goal.OfRecord(own.position()), now);
        if (!campaign.settings().allowOtherNumbers())
          yield new Choice.No(PreviewAnswer.no(PreviewProblem.NUMBER_NOT_ALLOWED));
        yield given(db, workspace, campaign, candidate, number, now);
      }
    };
  }

  private Choice given(
      JdbcClient db,
      WorkspaceId workspace,
      Campaign campaign,
      Candidate candidate,
      String number,
      Instant now) {
    var rules = campaign.settings().rules();
    var one = candidates.given(db, workspace, campaign.id(), candidate, rules, number, now);
    var verdicts = Verdicts.of(rules, with(candidate.callee(), one), now);
    return chosen(null, number, verdicts, one.position());
  }

  private static Callee with(Callee callee, CalleeNumber more) {
    var numbers = new ArrayList<>(callee.numbers());
    numbers.add(more);
    return callee.with(numbers);
  }

  private static Choice ofRecord(Candidate candidate, Verdicts verdicts, int position) {
    return candidate.callee().numbers().stream()
        .filter(number -> number.position() == position)
        .findFirst()
        .map(
            number -> chosen(ownPosition(candidate, position), number.number(), verdicts, position))
        .orElseGet(() -> new Choice.No(PreviewAnswer.no(PreviewProblem.BAD_NUMBER)));
  }

  /// Null for a number that an agent gave.
  private static @Nullable Integer ownPosition(Candidate candidate, int position) {
    return candidate.record().numbers().stream().anyMatch(n -> n.position() == position)
        ? position
        : null;
  }

  private static Choice chosen(
      @Nullable Integer position, String number, Verdicts verdicts, int place) {
    var verdict = verdicts.of(place);
    if (verdict.isEmpty()) return new Choice.No(PreviewAnswer.no(PreviewProblem.BAD_NUMBER));
    return switch (verdict.get()) {
      case Verdict.Allowed allowed -> new Choice.This(new Chosen(position, number, allowed));
      case Verdict.Refused no -> refused(no.why().name());
    };
  }

  private static Choice refused(String why) {
    return new Choice.No(new PreviewAnswer.No(PreviewProblem.NUMBER_REFUSED, Map.of("why", why)));
  }

  private PreviewAnswer place(Asker asker, Noted.Call call) {
    tell(asker);
    var wanted =
        new CampaignCalls.Wanted(
            asker.agent(),
            call.service(),
            call.number(),
            call.conversation(),
            call.again() ? null : asker.preview());
    Placed placed;
    try {
      placed =
          calls.place(
              asker.workspace(),
              wanted,
              interaction -> attempts.link(asker.workspace(), call.attempt(), interaction));
    } catch (RuntimeException e) {
      tell(asker);
      throw e;
    }
    return switch (placed) {
      case Placed.Begun _ -> {
        tell(asker);
        yield PreviewAnswer.DONE;
      }
      case Placed.NotBegun(String why) -> {
        undo(asker.workspace(), asker.preview(), call.attempt());
        tell(asker);
        yield PreviewAnswer.no(problem(why));
      }
      case Placed.Unknown _ -> PreviewAnswer.no(PreviewProblem.TRY_AGAIN);
    };
  }

  /// The call has not begun, and will not: nobody was called. `attempt` null: whichever is the
  /// newest.
  void undo(WorkspaceId workspace, PreviewId id, @Nullable AttemptId attempt) {
    database.in(
        workspace.value(),
        db -> {
          var found = previews.locked(db, workspace, id);
          if (found.isEmpty()
              || !(found.get().state() instanceof PreviewState.Dialing dialing)
              || found.get().interaction() != null) return false;
          var all = attempts.of(db, workspace, found.get());
          if (attempt != null && (all.isEmpty() || !all.getFirst().id().equals(attempt)))
            return false;
          if (!all.isEmpty()) attempts.remove(db, workspace, found.get(), all.getFirst().id());
          previews.notBegun(db, workspace, id, dialing.again());
          return true;
        });
  }

  private static PreviewProblem problem(String why) {
    return switch (why) {
      case "UNKNOWN_SERVICE" -> PreviewProblem.UNKNOWN_SERVICE;
      case "NO_DEVICE" -> PreviewProblem.NO_DEVICE;
      case "NO_SESSION" -> PreviewProblem.NO_SESSION;
      case "ON_A_CALL" -> PreviewProblem.ON_A_CALL;
      case "NO_TRUNK" -> PreviewProblem.NO_TRUNK;
      case "DESTINATION_CLOSED" -> PreviewProblem.DESTINATION_CLOSED;
      case "TOO_MANY_CALLS" -> PreviewProblem.TOO_MANY_CALLS;
      case "BAD_NUMBER" -> PreviewProblem.BAD_NUMBER;
      default -> PreviewProblem.TRY_AGAIN;
    };
  }

  private void tell(Asker asker) {
    listeners.forEach(listener -> listener.changed(asker.workspace(), asker.agent()));
  }
}
