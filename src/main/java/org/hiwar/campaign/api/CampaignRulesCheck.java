package org.hiwar.campaign.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.Diagnosis;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.Limits;
import org.hiwar.campaign.rule.Quota;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.hours.Hours;
import org.jspecify.annotations.Nullable;

/// What the settings of a campaign may hold, with the sentence for whoever tried something else.
final class CampaignRulesCheck {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TIMER = 600;
  private static final int SHORTEST_OFFER = 5;
  private static final int LONGEST_OFFER = 600;
  private static final int LONGEST_SKIP_DAYS = 7;
  private static final int MOST_SKIPS = 100;
  private static final int REASONS = 20;
  private static final int LONGEST_REASON = 100;
  private static final int LONGEST_HELP = 500;
  private static final int SCHEDULES = 50;
  private static final int DAYS = 1_000;
  private static final int FIELDS = 100;
  private static final int MOST_ATTEMPTS = 1_000;

  private static final int LONGEST_STATE = 100;
  private static final int MOST_SUCCESSES = 1_000_000;
  private static final int LONGEST_FIELD = 200;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private CampaignRulesCheck() {}

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (!isLine(stripped, LONGEST_NAME))
      throw Refusal.invalid(
          "campaign-name-invalid",
          "A campaign's name has 1 to " + LONGEST_NAME + " characters on one line. Correct it.");
    return stripped;
  }

  static void offer(int seconds) {
    require(
        seconds >= SHORTEST_OFFER && seconds <= LONGEST_OFFER,
        "preview-offer-invalid",
        "A preview rings from 5 to 600 seconds. Correct it.");
  }

  static void settings(CampaignSettings one) {
    require(
        one.previewTimerSeconds() >= 0 && one.previewTimerSeconds() <= LONGEST_TIMER,
        "preview-timer-invalid",
        "The preview timer has 1 to 600 seconds, or 0 for none. Correct it.");
    require(
        !one.skipDelay().isNegative() && one.skipDelay().toDays() < LONGEST_SKIP_DAYS,
        "skip-delay-invalid",
        "A skipped record comes back within 7 days. Choose a shorter time.");
    require(
        one.maxSkips() >= 0 && one.maxSkips() <= MOST_SKIPS,
        "skips-invalid",
        "A record may be skipped up to 100 times, or any number of times with 0. Correct it.");
    require(
        one.skipReasons().size() <= REASONS
            && one.skipReasons().stream().allMatch(reason -> isLine(reason, LONGEST_REASON)),
        "skip-reasons-invalid",
        "There are at most 20 reasons to skip, each with 1 to 100 characters on one line. Correct"
            + " them.");
    require(
        one.help().length() <= LONGEST_HELP,
        "campaign-help-invalid",
        "What agents read for help has at most 500 characters. Shorten it.");
    require(
        one.fieldsShown().size() <= FIELDS,
        "fields-too-many",
        "At most 100 fields are shown. Take some away.");
    hours(one.schedule().runs());
    rules(one.rules());
  }

  private static void rules(CampaignRules rules) {
    var schedules = rules.hours().schedules();
    require(
        schedules.size() <= SCHEDULES
            && rules.hours().holidays().days().size() <= DAYS
            && rules.centre().holidays().days().size() <= DAYS
            && rules.localRules().size() <= DAYS
            && rules.postalZones().byBeginning().size() <= DAYS
            && rules.dialRules().size() <= DAYS,
        "calling-hours-too-many",
        "There are at most 50 rows of calling hours, and 1000 holidays. Take some away.");
    for (var schedule : schedules) {
      require(
          !schedule.kinds().isEmpty()
              && new HashSet<>(schedule.kinds()).size() == schedule.kinds().size(),
          "calling-hours-without-kinds",
          "Each row of the calling hours names the kinds of numbers it is for, each once. Choose at"
              + " least one.");
      require(
          !schedule.hours().days().isEmpty() || !schedule.dates().isEmpty(),
          "hours-without-days",
          "Each row of hours names the days it is for. Choose at least one.");
    }
    hours(rules.centre().openings());
    for (var rule : rules.localRules()) {
      var state = rule.state();
      require(
          COUNTRY.matcher(rule.country()).matches()
              && (state == null || isLine(state, LONGEST_STATE))
              && !rule.hours().isEmpty(),
          "local-rule-invalid",
          "The rule of a place names its country, as SY, and the hours in which it may be called."
              + " Correct it.");
      hours(rule.hours());
    }
    limits(rules.limits());
    quotas(rules.quotas());
  }

  private static void quotas(Quotas quotas) {
    for (var quota : quotas.quotas()) {
      require(
          quota.most() >= 1 && quota.most() <= MOST_SUCCESSES,
          "quota-most-invalid",
          "A quota is met by 1 to 1000000 successes. Correct the number.");
      boolean right =
          switch (quota) {
            case Quota.OfAll _ -> true;
            case Quota.OfDisposition of -> isThere(of.disposition());
            case Quota.OfValue of ->
                isThere(of.field())
                    && isLine(of.field(), LONGEST_FIELD)
                    && isThere(of.value())
                    && isLine(of.value(), LONGEST_FIELD);
            case Quota.OfRange of ->
                isThere(of.field())
                    && isLine(of.field(), LONGEST_FIELD)
                    && isThere(of.from())
                    && isThere(of.to())
                    && of.from().compareTo(of.to()) <= 0;
          };
      require(
          right,
          "quota-invalid",
          "A quota by a field names the field and a text, or two numbers with the smaller first."
              + " Complete it.");
    }
  }

  /// What was not sent is null, whatever its type says.
  private static boolean isThere(@Nullable Object sent) {
    return sent != null;
  }

  /// The sentence for what is wrong about quotas with the lists and results that there are.
  static void quotas(Set<Diagnosis> wrong) {
    require(
        !wrong.contains(Diagnosis.QUOTAS_OF_SEVERAL_LISTS),
        "quotas-of-several-lists",
        "A campaign with quotas has one enabled list. Disable the others, or remove the quotas.");
    require(
        !wrong.contains(Diagnosis.QUOTA_FIELD_UNKNOWN),
        "quota-field-unknown",
        "The enabled list has no such field. Choose one of its fields for the quota.");
    require(
        !wrong.contains(Diagnosis.QUOTA_RESULT_UNKNOWN),
        "quota-result-unknown",
        "A quota by result counts a success. Choose a result that is one.");
  }

  private static void hours(List<Hours> hours) {
    require(
        hours.size() <= SCHEDULES,
        "calling-hours-too-many",
        "There are at most 50 rows of hours. Take some away.");
    for (var one : hours)
      require(
          !one.days().isEmpty(),
          "hours-without-days",
          "Each row of hours names the days it is for. Choose at least one.");
  }

  private static void limits(Limits limits) {
    for (int limit :
        new int[] {
          limits.perRecord(), limits.perNumber(), limits.perDayRecord(), limits.perDayNumber()
        })
      require(
          limit <= MOST_ATTEMPTS,
          "attempts-invalid",
          "A limit of attempts is at most 1000, or 0 for none. Correct it.");
  }

  private static boolean isLine(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  static void require(boolean right, String code, String sentence) {
    if (!right) throw Refusal.invalid(code, sentence);
  }
}
