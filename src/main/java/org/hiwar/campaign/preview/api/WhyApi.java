package org.hiwar.campaign.preview.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewStore;
import org.hiwar.campaign.preview.Reviews;
import org.hiwar.campaign.preview.Reviews.Explained;
import org.hiwar.campaign.preview.Reviews.Judged;
import org.hiwar.campaign.preview.Standing;
import org.hiwar.campaign.rule.FoundZone;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.campaign.rule.Verdict;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Why a record was called, or was not: what holds for each of its numbers now, and on what each
/// attempt was founded.
@RestController
class WhyApi {
  private final Reviews reviews;
  private final PreviewStore previews;
  private final CampaignListStore lists;
  private final UserStore users;

  WhyApi(Reviews reviews, PreviewStore previews, CampaignListStore lists, UserStore users) {
    this.reviews = reviews;
    this.previews = previews;
    this.lists = lists;
    this.users = users;
  }

  /// `running`: whether the campaign does; `listEnabled`: whether it uses the record's list now.
  /// `result`: what ended it
  /// where no agent did, as a code; `disposition`: as it was called when it was given, or its code.
  /// `onlyAgent`: the name of the one who gets the record; null: anybody does. `nothing`: why no
  /// number may be called now, as a code; null: one may. `notBefore`, `until` and `result` are null
  /// where they do not apply.
  record WhyView(
      String campaign,
      boolean running,
      boolean listEnabled,
      @Nullable String onlyAgent,
      String customer,
      Standing.Status status,
      @Nullable String result,
      @Nullable String disposition,
      @Nullable Instant notBefore,
      @Nullable Instant until,
      int skips,
      @Nullable String nothing,
      List<NumberWhy> numbers,
      List<AttemptWhy> attempts) {}

  /// `why` null: it may be called now. `zone` and how it was found: by the number, the record, the
  /// area code, or the list.
  record NumberWhy(
      int position,
      NumberKind kind,
      String number,
      boolean recommended,
      @Nullable String why,
      @Nullable Instant again,
      String zone,
      String zoneFrom,
      LocalDateTime localTime) {}

  /// `zone`, `zoneFrom` and `localTime` by which it was allowed.
  record AttemptWhy(
      Instant at,
      String number,
      boolean automatic,
      @Nullable String result,
      @Nullable String applied,
      String zone,
      String zoneFrom,
      LocalDateTime localTime) {}

  @GetMapping("/api/previews/{preview}/why")
  @Requires(Privilege.PREVIEW_RECORDS)
  WhyView of(CurrentUser agent, @PathVariable PreviewId preview) {
    var found =
        previews
            .find(agent.workspace(), preview)
            .filter(one -> agent.user().equals(one.agent()))
            .orElseThrow(Refusal::notFound);
    return why(agent, found.campaign(), found.record());
  }

  @GetMapping("/api/campaign-records/{campaign}/{record}/why")
  @Requires(Privilege.VIEW_REPORTS)
  WhyView of(CurrentUser user, @PathVariable CampaignId campaign, @PathVariable RecordId record) {
    return why(user, campaign, record);
  }

  private WhyView why(CurrentUser user, CampaignId campaign, RecordId record) {
    return reviews
        .explain(user.workspace(), campaign, record)
        .map(explained -> view(user, explained))
        .orElseThrow(Refusal::notFound);
  }

  private WhyView view(CurrentUser user, Explained explained) {
    var standing = explained.candidate().standing();
    var campaign = explained.campaign();
    var only = standing.onlyAgent();
    return new WhyView(
        campaign.name(),
        campaign.running(),
        lists.of(user.workspace(), campaign.id()).stream()
            .anyMatch(list -> list.list().equals(standing.list()) && list.enabled()),
        only == null ? null : users.names(user.workspace(), List.of(only)).get(only),
        explained.candidate().record().customerName(),
        standing.status(),
        standing.result(),
        explained.called(),
        standing.notBefore(),
        standing.until(),
        standing.skips(),
        explained.verdicts().nothing().map(Enum::name).orElse(null),
        explained.verdicts().numbers().stream()
            .map(one -> number(explained, one.position(), one.verdict()))
            .toList(),
        explained.attempts().stream().map(WhyApi::attempt).toList());
  }

  private static NumberWhy number(Explained explained, int position, Verdict verdict) {
    var number =
        explained.candidate().callee().numbers().stream()
            .filter(one -> one.position() == position)
            .findFirst()
            .orElseThrow();
    return switch (verdict) {
      case Verdict.Allowed(FoundZone zone, LocalDateTime at, int _) ->
          new NumberWhy(
              position,
              number.kind(),
              number.number(),
              Integer.valueOf(position).equals(explained.verdicts().recommended()),
              null,
              null,
              zone.zone().getId(),
              zone.source().name(),
              at);
      case Verdict.Refused no ->
          new NumberWhy(
              position,
              number.kind(),
              number.number(),
              false,
              no.why().name(),
              no.again(),
              no.zone().zone().getId(),
              no.zone().source().name(),
              no.localTime());
    };
  }

  private static AttemptWhy attempt(Judged judged) {
    var attempt = judged.attempt();
    var zone = judged.verdict().zone();
    return new AttemptWhy(
        attempt.startedAt(),
        attempt.number(),
        attempt.automatic(),
        attempt.result(),
        attempt.applied(),
        zone.zone().getId(),
        zone.source().name(),
        judged.verdict().localTime());
  }
}
