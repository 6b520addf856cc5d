package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hiwar.conversation.InteractionId;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Calls, as telephony and conversations have them: they begin with the floor's word, ring, are
/// answered or not, end by either side, and are wrapped up. What is stored of them outlives the
/// process.
final class Telephone implements CallFacts.Source {

  /// What a process asks of the floor.
  interface Asks {
    Reply ask(Command command);

    void submit(Command command);

    Instant now();

    boolean callable(UserId agent);
  }

  static final class Call {
    final UserId agent;
    final Instant since;
    boolean begun;
    @Nullable Instant answered;
    @Nullable Instant live;
    boolean over;
    String failure = "CANCELLED";
    @Nullable DispositionId disposition;

    Call(UserId agent, Instant since) {
      this.agent = agent;
      this.since = since;
    }
  }

  private final SplittableRandom random;
  private final Ids ids;
  final TreeMap<Long, Call> calls = new TreeMap<>();

  Telephone(SplittableRandom random, Ids ids) {
    this.random = random;
    this.ids = ids;
  }

  CampaignCalls of(Asks floor) {
    return new CampaignCalls() {
      @Override
      public boolean mayCall(WorkspaceId workspace, UserId agent) {
        return floor.callable(agent);
      }

      @Override
      public Placed place(WorkspaceId workspace, Wanted wanted, Noted noted) {
        return begin(floor, wanted, noted);
      }
    };
  }

  private CampaignCalls.Placed begin(
      Asks floor, CampaignCalls.Wanted wanted, CampaignCalls.Noted noted) {
    if (random.nextInt(30) == 0) return new CampaignCalls.Placed.NotBegun("NO_TRUNK");
    long id = ids.next();
    var call = new Call(wanted.agent(), floor.now());
    calls.put(id, call);
    noted.begins(new InteractionId(id));
    var conversation = wanted.conversation();
    var instead = wanted.insteadOf();
    var work =
        Work.plain(new WorkId(id), wanted.service(), Medium.VOICE, floor.now())
            .in(conversation == null ? id : conversation.value());
    var reply =
        floor.ask(
            new Command.Begin(
                work, wanted.agent(), instead == null ? null : new WorkId(instead.value())));
    return switch (reply) {
      case Reply.Answered(Answer.Done _) -> new CampaignCalls.Placed.Begun(new InteractionId(id));
      case Reply.Answered(Answer.Ignored(Reason why)) -> refused(call, why);
      case Reply.Answered(Answer.Rejected(Reason why)) -> refused(call, why);
      case Reply.Unavailable _, Reply.Busy _, Reply.Failed _ -> new CampaignCalls.Placed.Unknown();
    };
  }

  private static CampaignCalls.Placed refused(Call call, Reason why) {
    boolean unclear = why == Reason.LATE || why == Reason.NOT_YOURS || why == Reason.UNKNOWN_WORK;
    if (unclear) return new CampaignCalls.Placed.Unknown();
    call.over = true;
    return new CampaignCalls.Placed.NotBegun(why.name());
  }

  /// What the floor has committed.
  void heard(List<Event> events) {
    for (var event : events) {
      if (!(event instanceof Event.WorkEvent e) || e.medium() != Medium.VOICE) continue;
      var call = calls.get(e.work().value());
      if (call == null) continue;
      switch (e) {
        case Event.WorkBegan _ -> call.begun = true;
        case Event.WrapUpStarted w -> call.live = w.at();
        case Event.WorkEnded w -> {
          if (call.live == null) call.live = w.at();
          call.over = true;
        }
        default -> {}
      }
    }
  }

  @Override
  public Optional<CallFacts> of(WorkspaceId workspace, InteractionId interaction) {
    return Optional.ofNullable(calls.get(interaction.value()))
        .map(
            c ->
                new CallFacts(
                    c.answered,
                    c.live,
                    c.live == null && !c.over
                        ? null
                        : c.answered != null ? "ANSWERED" : c.begun ? c.failure : "FAILED",
                    c.over,
                    c.disposition,
                    ""));
  }

  /// Customers answer, or do not, and hang up. `hasty`: all at once.
  void tick(Asks floor, boolean hasty) {
    for (var e : calls.entrySet()) {
      var call = e.getValue();
      if (call.over || call.live != null) continue;
      if (!call.begun) {
        if (hasty || call.since.plusSeconds(30).isBefore(floor.now())) call.over = true;
        continue;
      }
      if (!hasty && random.nextInt(3) != 0) continue;
      if (call.answered == null && random.nextInt(2) == 0) {
        call.answered = floor.now();
        continue;
      }
      if (call.answered == null)
        call.failure =
            random.nextBoolean() ? "BUSY" : random.nextBoolean() ? "NO_ANSWER" : "NO_SUCH_NUMBER";
      if (hasty || random.nextBoolean())
        floor.submit(new Command.Leave(new WorkId(e.getKey()), By.CUSTOMER));
    }
  }

  @Nullable Call newest(UserId agent) {
    for (var call : calls.descendingMap().values())
      if (call.agent.equals(agent) && !call.over) return call;
    return null;
  }
}
