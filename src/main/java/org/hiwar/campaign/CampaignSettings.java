package org.hiwar.campaign;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// How a campaign treats its records and its agents; stored as JSON in the row of the campaign.
///
/// - `previewAutoAccept`: records open without a click (S2-25).
/// - `previewTimerSeconds`: after so long of review the system dials; 0: never (S2-89).
/// - `skipDelay`: a skipped record comes back no sooner (S2-68). `maxSkips`: 0 for any number.
/// - `skipReasons`: what agents may choose from; empty: no reason is asked.
/// - `defaultPreviewDisposition`: what *Complete* gives without a choice (S2-55); null only before
///   the campaign is stored. `explicitDisposition`: a choice has to be made.
/// - `revealBeforeAccept`: the customer's number is shown before acceptance where there is no name
///   (S2-22).
/// - `allowOtherNumbers`: agents may call another number than the recommended one, and numbers that
///   are not in the record.
/// - `fieldsShown`: of the list, in this order; empty: all.
/// - `schedule`: when the campaign starts and stops by itself.
/// - `help`: whom agents ask in doubt (S2-59), as they shall read it; empty: nothing is shown.
public record CampaignSettings(
    CampaignRules rules,
    boolean previewAutoAccept,
    int previewTimerSeconds,
    boolean skipAllowed,
    boolean rejectAllowed,
    Duration skipDelay,
    int maxSkips,
    List<String> skipReasons,
    @Nullable DispositionId defaultPreviewDisposition,
    boolean explicitDisposition,
    boolean revealBeforeAccept,
    boolean allowOtherNumbers,
    List<String> fieldsShown,
    StartSchedule schedule,
    String help) {

  public static final CampaignSettings USUAL =
      new CampaignSettings(
          CampaignRules.usual(ZoneOffset.UTC),
          false,
          0,
          true,
          true,
          Duration.ofMinutes(5),
          0,
          List.of(),
          null,
          false,
          false,
          true,
          List.of(),
          StartSchedule.NONE,
          "");

  public CampaignSettings {
    skipReasons = List.copyOf(skipReasons);
    fieldsShown = List.copyOf(fieldsShown);
  }

  /// Of a new campaign, in a centre of this zone.
  static CampaignSettings fresh(CampaignRules rules, DispositionId bad) {
    return new CampaignSettings(
        rules,
        USUAL.previewAutoAccept,
        USUAL.previewTimerSeconds,
        USUAL.skipAllowed,
        USUAL.rejectAllowed,
        USUAL.skipDelay,
        USUAL.maxSkips,
        USUAL.skipReasons,
        bad,
        USUAL.explicitDisposition,
        USUAL.revealBeforeAccept,
        USUAL.allowOtherNumbers,
        USUAL.fieldsShown,
        USUAL.schedule,
        USUAL.help);
  }

  /// With other rules of calling.
  public CampaignSettings with(CampaignRules other) {
    return new CampaignSettings(
        other,
        previewAutoAccept,
        previewTimerSeconds,
        skipAllowed,
        rejectAllowed,
        skipDelay,
        maxSkips,
        skipReasons,
        defaultPreviewDisposition,
        explicitDisposition,
        revealBeforeAccept,
        allowOtherNumbers,
        fieldsShown,
        schedule,
        help);
  }
}
