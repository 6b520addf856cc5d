package org.hiwar.campaign.preview.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.preview.Dialling;
import org.hiwar.campaign.preview.Preview;
import org.hiwar.campaign.preview.PreviewAnswer;
import org.hiwar.campaign.preview.PreviewProblem;
import org.hiwar.campaign.preview.PreviewStore;
import org.hiwar.campaign.preview.Previews;
import org.hiwar.campaign.preview.Previews.Asker;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.contact.NumberReader;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A record at an agent: what they answer to the offer, and what they decide about it. How it goes
/// is seen at the desk.
@RestController
@RequestMapping("/api/previews/{preview}")
@Requires(Privilege.PREVIEW_RECORDS)
@ResponseStatus(HttpStatus.NO_CONTENT)
class PreviewApi {
  private static final int PATIENCE_SECONDS = 10;
  /// How long a call that is agreed on for a moment goes before the others.
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Previews previews;
  private final Dialling dialling;
  private final PreviewStore store;
  private final CampaignStore campaigns;
  private final RecordStore records;
  private final ListStore lists;
  private final Floors floors;

  PreviewApi(
      Previews previews,
      Dialling dialling,
      PreviewStore store,
      CampaignStore campaigns,
      RecordStore records,
      ListStore lists,
      Floors floors) {
    this.previews = previews;
    this.dialling = dialling;
    this.store = store;
    this.campaigns = campaigns;
    this.records = records;
    this.lists = lists;
    this.floors = floors;
  }

  record OfferNumber(int offer) {}

  /// `disposition` null: the campaign's usual one.
  record Completed(@Nullable DispositionId disposition, String notes) {}

  /// `reason` null: none is said.
  record Skipped(@Nullable String reason) {}

  /// Either `position`, of a number of the record, or `number`; the other null.
  record Dialled(@Nullable Integer position, @Nullable String number) {}

  /// Either `at`, for an hour from then on, or `from` and `until`. `number` null: any of the
  /// record.
  record NextCallWish(
      @Nullable Instant at,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String number,
      boolean onlyMe) {}

  @PostMapping("/accept")
  void accept(
      CurrentUser agent,
      @PathVariable PreviewId preview,
      @RequestBody OfferNumber number,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    var wish = new Command.Accept(work(preview), agent.user(), number.offer());
    if (isMine(agent, preview)) return;
    settle(ask(agent, wish, key, "accept"));
  }

  /// An agent who rejects is not ready afterwards.
  @PostMapping("/reject")
  void reject(
      CurrentUser agent,
      @PathVariable PreviewId preview,
      @RequestBody OfferNumber number,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
    var found = store.find(agent.workspace(), preview).orElseThrow(Refusal::notFound);
    var campaign =
        campaigns.find(agent.workspace(), found.campaign()).orElseThrow(Refusal::notFound);
    if (!campaign.settings().rejectAllowed())
      throw PreviewProblem.REJECT_NOT_ALLOWED.refusal(Map.of());
    settle(
        ask(
            agent,
            new Command.Decline(work(preview), agent.user(), number.offer()),
            key,
            "reject"));
  }

  @PostMapping("/complete")
  void complete(CurrentUser agent, @PathVariable PreviewId preview, @RequestBody Completed wish) {
    settle(previews.complete(asker(agent, preview), wish.disposition(), wish.notes()));
  }

  @PostMapping("/skip")
  void skip(CurrentUser agent, @PathVariable PreviewId preview, @RequestBody Skipped wish) {
    settle(previews.skip(asker(agent, preview), wish.reason()));
  }

  @PostMapping("/dial")
  void dial(CurrentUser agent, @PathVariable PreviewId preview, @RequestBody Dialled wish) {
    var position = wish.position();
    var number = wish.number();
    if ((position == null) == (number == null)) throw PreviewProblem.BAD_NUMBER.refusal(Map.of());
    var goal =
        position != null
            ? new Dialling.Goal.OfRecord(position)
            : new Dialling.Goal.Given(read(agent, preview, String.valueOf(number)));
    settle(dialling.dial(asker(agent, preview), goal));
  }

  @PutMapping("/next-call")
  void agree(CurrentUser agent, @PathVariable PreviewId preview, @RequestBody NextCallWish wish) {
    var at = wish.at();
    var from = at == null ? wish.from() : at;
    var until = at == null ? wish.until() : at.plus(WINDOW);
    if (from == null || until == null) throw PreviewProblem.BAD_NEXT_CALL.refusal(Map.of());
    var number = wish.number() == null ? null : read(agent, preview, wish.number());
    settle(
        previews.nextCall(asker(agent, preview), new NextCall(from, until, number, wish.onlyMe())));
  }

  @DeleteMapping("/next-call")
  void disagree(CurrentUser agent, @PathVariable PreviewId preview) {
    settle(previews.nextCall(asker(agent, preview), null));
  }

  /// As it would be dialled in the country of the list.
  private String read(CurrentUser agent, PreviewId preview, String typed) {
    var found = store.find(agent.workspace(), preview).filter(p -> isOf(p, agent));
    var region =
        found
            .flatMap(p -> records.find(agent.workspace(), p.record()))
            .flatMap(record -> lists.find(agent.workspace(), record.list()))
            .orElseThrow(Refusal::notFound)
            .region();
    return switch (NumberReader.read(typed, region)) {
      case NumberReader.Read(String number, var _) -> number;
      case NumberReader.Unread _ -> throw PreviewProblem.BAD_NUMBER.refusal(Map.of());
    };
  }

  private boolean isMine(CurrentUser agent, PreviewId preview) {
    return store
        .ofAgent(agent.workspace(), agent.user())
        .filter(p -> p.id().equals(preview))
        .isPresent();
  }

  private static boolean isOf(Preview preview, CurrentUser agent) {
    return agent.user().equals(preview.agent());
  }

  private static Asker asker(CurrentUser agent, PreviewId preview) {
    return new Asker(agent.workspace(), agent.user(), preview);
  }

  private static WorkId work(PreviewId preview) {
    return new WorkId(preview.value());
  }

  private static void settle(PreviewAnswer answer) {
    switch (answer) {
      case PreviewAnswer.Done _ -> {}
      case PreviewAnswer.NotFound _ -> throw Refusal.notFound();
      case PreviewAnswer.No(PreviewProblem why, Map<String, Object> more) ->
          throw why.refusal(more);
    }
  }

  private static void settle(Answer answer) {
    switch (answer) {
      case Answer.Done _ -> {}
      case Answer.Ignored(Reason why) -> refuse(why);
      case Answer.Rejected(Reason why) -> refuse(why);
    }
  }

  private static void refuse(Reason why) {
    if (why == Reason.ALREADY_SO) return;
    throw why == Reason.UNKNOWN_WORK
        ? Refusal.notFound()
        : PreviewProblem.OFFER_GONE.refusal(Map.of());
  }

  private Answer ask(CurrentUser agent, Command command, @Nullable UUID key, String step) {
    var name = key == null ? "" : agent.user() + "/" + key + "/preview-" + step;
    try {
      return switch (floors
          .submit(agent.workspace(), command, name)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        case Reply.Answered(Answer answer) -> answer;
        case Reply.Unavailable _, Reply.Busy _, Reply.Failed _ ->
            throw PreviewProblem.TRY_AGAIN.refusal(Map.of());
      };
    } catch (TimeoutException | ExecutionException _) {
      throw PreviewProblem.TRY_AGAIN.refusal(Map.of());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw PreviewProblem.TRY_AGAIN.refusal(Map.of());
    }
  }
}
