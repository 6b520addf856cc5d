package org.hiwar.campaign;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.DialRule;
import org.hiwar.campaign.rule.DialRule.Action;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.Disposition.Kind;
import org.hiwar.workspace.Disposition.Scope;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The results that campaigns come with (S2-51, S2-56 to S2-58, S2-99). A workspace gets them with
/// its first campaign, and with every later one those that it lacks; what it renamed it has.
@Component
public class CampaignDispositions {
  public static final String BAD_RECORD = "BAD_RECORD";
  private static final Scope PREVIEW = new Scope(true, false, false, true, false);
  private static final Scope BOTH = new Scope(true, true, false, true, false);
  private static final Scope CALL = new Scope(false, true, false, true, false);
  private static final Scope AGAIN = new Scope(false, true, false, true, true);
  private static final Scope SYSTEM = new Scope(true, true, false, false, false);

  private record Seed(String code, Kind kind, boolean last, Scope scope) {}

  /// What a new campaign makes of results that end nothing; of the others `DialRule.USUAL`.
  private static final Map<String, DialRule> RULES =
      Map.of(
          "BUSY", DialRule.of(Action.WAIT, Duration.ofMinutes(15)),
          "NO_ANSWER", DialRule.of(Action.WAIT, Duration.ofHours(2)),
          "ANSWERING_MACHINE", DialRule.of(Action.WAIT, Duration.ofHours(4)),
          "CALL_FAILED", DialRule.of(Action.WAIT, Duration.ofHours(1)),
          "CALL_BACK_LATER", DialRule.of(Action.RESCHEDULE, Duration.ofDays(1)),
          "WRONG_NUMBER", DialRule.of(Action.STOP_NUMBER, Duration.ofMinutes(15)),
          "OUT_OF_SERVICE", DialRule.of(Action.STOP_NUMBER, Duration.ofMinutes(15)));

  private static final List<Seed> SEEDS =
      List.of(
          new Seed(BAD_RECORD, Kind.FAILURE, true, PREVIEW),
          new Seed("SALE", Kind.SUCCESS, true, CALL),
          new Seed("OFFER_REJECTED", Kind.FAILURE, true, CALL),
          new Seed("ADD_TO_DNC", Kind.DO_NOT_CALL, true, BOTH),
          new Seed("CALL_BACK_LATER", Kind.CONTINUE, false, AGAIN),
          new Seed("TRY_AGAIN_LATER", Kind.CONTINUE, false, AGAIN),
          new Seed("NO_ANSWER", Kind.CONTINUE, false, AGAIN),
          new Seed("BUSY", Kind.CONTINUE, false, AGAIN),
          new Seed("ANSWERING_MACHINE", Kind.CONTINUE, false, AGAIN),
          new Seed("WRONG_PERSON", Kind.CONTINUE, false, AGAIN),
          new Seed("WRONG_NUMBER", Kind.CONTINUE, false, CALL),
          new Seed("OUT_OF_SERVICE", Kind.CONTINUE, false, CALL),
          new Seed("CALL_FAILED", Kind.SYSTEM, false, SYSTEM),
          new Seed("NO_DISPOSITION", Kind.SYSTEM, false, SYSTEM),
          new Seed("MATCHES_DNC", Kind.SYSTEM, true, SYSTEM),
          new Seed("NO_NUMBERS_LEFT", Kind.SYSTEM, true, SYSTEM));

  private final DispositionStore dispositions;
  private final Ids ids;

  public CampaignDispositions(DispositionStore dispositions, Ids ids) {
    this.dispositions = dispositions;
    this.ids = ids;
  }

  /// All that can be given in campaigns, within the transaction of the caller, who adds a campaign.
  List<Disposition> ensured(WorkspaceId workspace) {
    dispositions.lock(workspace);
    var known = dispositions.all(workspace);
    int position = known.stream().mapToInt(Disposition::position).max().orElse(0);
    for (var seed : SEEDS)
      if (known.stream().noneMatch(one -> seed.code().equals(one.code())))
        dispositions.add(workspace, made(seed, ++position));
    return dispositions.all(workspace);
  }

  /// The settings of a new campaign with these results, in a centre of this zone.
  static CampaignSettings settings(List<Disposition> all, ZoneId centre) {
    var usual = CampaignRules.usual(centre);
    var dial = new HashMap<DispositionId, DialRule>();
    RULES.forEach((code, rule) -> dial.put(of(all, code), rule));
    var rules =
        new CampaignRules(
            usual.hours(),
            usual.centre(),
            usual.limits(),
            usual.strategy(),
            dial,
            usual.safeHours(),
            usual.postalZones(),
            usual.localRules(),
            usual.quotas(),
            usual.rescheduleOutsideHours());
    return CampaignSettings.fresh(rules, of(all, BAD_RECORD));
  }

  private Disposition made(Seed seed, int position) {
    return new Disposition(
        new DispositionId(ids.next()),
        Set.of(),
        seed.code(),
        null,
        seed.kind(),
        seed.last(),
        position,
        seed.scope());
  }

  /// Of that code, which stays when it is renamed.
  private static DispositionId of(List<Disposition> all, String code) {
    return all.stream()
        .filter(one -> code.equals(one.code()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(code + " is missing"))
        .id();
  }
}
