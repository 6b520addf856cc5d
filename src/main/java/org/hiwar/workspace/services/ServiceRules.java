package org.hiwar.workspace.services;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.services.ServiceSettings.NeededSkill;

/// What the settings of a service may hold, with the sentence for whoever tried something else.
final class ServiceRules {
  private static final int LONGEST_NAME = 100;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;
  private static final int WEEK_MINUTES = 10_080;
  private static final int MONTH_MINUTES = 43_200;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_OFFER = 600;
  private static final int SHORTEST = 5;
  private static final int MOST_PRIORITY = 9;
  /// Nobody has room for more than four chats or mails.
  private static final int MOST_AT_ONCE = 4;
  private static final int OPENINGS = 50;
  private static final int HOLIDAYS = 1_000;
  private static final int LEVEL = 100;
  /// As many extra skills as work may need on the floor.
  private static final int SKILLS = 8;

  private ServiceRules() {}

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    require(
        !stripped.isEmpty()
            && stripped.length() <= LONGEST_NAME
            && stripped.codePoints().noneMatch(ServiceRules::isNoText),
        "service-name-invalid",
        "A service's name has 1 to 100 characters on one line. Correct it.");
    return stripped;
  }

  /// Control characters, and halves of a pair that stand alone: the database stores neither.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  /// Campaigns are services of their own kind, and of tasks there are none yet.
  static void medium(Medium medium) {
    require(
        medium == Medium.VOICE || medium == Medium.CHAT || medium == Medium.EMAIL,
        "service-medium-invalid",
        "A service is for calls, for messages or for mails. Choose one of them.");
  }

  static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException _) {
      throw Refusal.invalid(
          "service-zone-unknown", "There is no such time zone. Write one as Asia/Damascus.");
    }
  }

  static void check(ServiceSettings wish) {
    within(wish.priority(), 0, MOST_PRIORITY, "service-priority-invalid", "A priority is a number");
    within(wish.offerSeconds(), SHORTEST, LONGEST_OFFER, "service-offer-invalid", "Seconds");
    within(wish.wrapUpSeconds(), 0, HOUR, "service-wrap-up-invalid", "Seconds");
    within(wish.preferSeconds(), 0, HOUR, "service-prefer-invalid", "Seconds");
    within(wish.relaxSeconds(), 0, HOUR, "service-relax-invalid", "Seconds");
    within(wish.most(), 0, MOST_AT_ONCE, "service-most-invalid", "A number");
    within(wish.inactivityMinutes(), 1, WEEK_MINUTES, "service-inactivity-invalid", "Minutes");
    within(wish.absenceSeconds(), SHORTEST, HOUR, "service-absence-invalid", "Seconds");
    within(wish.silenceMinutes(), 1, MONTH_MINUTES, "service-silence-invalid", "Minutes");
    closed(wish.closed().english());
    closed(wish.closed().arabic());
    within(wish.promisePercent(), 1, LEVEL, "service-percent-invalid", "Per cent");
    within(wish.promiseSeconds(), 1, DAY, "service-promise-invalid", "Seconds");
    hours(wish);
    skills(wish.skills());
  }

  private static void within(int value, int least, int most, String code, String what) {
    require(
        value >= least && value <= most,
        code,
        what + " must be from " + least + " to " + most + ". Correct it.");
  }

  private static void closed(String text) {
    require(
        text.length() <= LONGEST_TEXT
            && text.codePoints().noneMatch(one -> one != '\n' && isNoText(one)),
        "service-closed-invalid",
        "What is said when the service is closed has at most 500 characters. Shorten it.");
  }

  private static void hours(ServiceSettings wish) {
    require(
        wish.hours().openings().size() <= OPENINGS
            && wish.hours().holidays().days().size() <= HOLIDAYS,
        "service-hours-too-many",
        "There are at most 50 rows of hours, and 1000 holidays. Take some away.");
    require(
        wish.hours().openings().stream().noneMatch(hours -> hours.days().isEmpty()),
        "hours-without-days",
        "Each row of hours names the days it is for. Choose at least one.");
  }

  private static void skills(List<NeededSkill> skills) {
    var different = new HashSet<>(skills.stream().map(NeededSkill::skill).toList());
    require(
        skills.size() <= SKILLS
            && different.size() == skills.size()
            && skills.stream().allMatch(one -> one.level() >= 1 && one.level() <= LEVEL),
        "service-skills-invalid",
        "A service needs up to 8 skills, each once, at a level from 1 to 100. Correct them.");
  }

  /// With the settings; what they do not name stays as it is.
  static Service changed(Service before, ServiceSettings wish, String name) {
    return new Service(
        before.id(),
        name,
        before.medium(),
        wish.prefersLevel(),
        before.priorityWorth(),
        Duration.ofSeconds(wish.offerSeconds()),
        Duration.ofSeconds(wish.wrapUpSeconds()),
        wish.prefersLastAgent(),
        Duration.ofSeconds(wish.preferSeconds()),
        Duration.ofSeconds(wish.relaxSeconds()),
        Duration.ofMinutes(wish.inactivityMinutes()),
        Duration.ofSeconds(wish.absenceSeconds()),
        wish.requiresDisposition(),
        before.pulled(),
        wish.priority(),
        before.answerWithin(),
        wish.most());
  }

  /// What a service begins with.
  static Service usual(ServiceId id, String name, Medium medium) {
    return new Service(
        id,
        name,
        medium,
        false,
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        true,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofMinutes(1),
        false);
  }

  private static void require(boolean good, String code, String sentence) {
    if (!good) throw Refusal.invalid(code, sentence);
  }
}
