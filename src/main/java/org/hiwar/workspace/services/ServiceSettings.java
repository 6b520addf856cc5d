package org.hiwar.workspace.services;

import java.util.List;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.hours.CentreHours;

/// What an administrator says of a service.
///
/// - `priority`, 0 to 9: each step counts as if the customer had waited a minute longer; of mails,
///   more goes first.
/// - `offerSeconds`, 5 to 600: how long an offer rings. `wrapUpSeconds`, up to 3600: how long
///   after-call work lasts; 0: none.
/// - `prefersLevel`: the best agent first, else the one idle longest. `prefersLastAgent`: work
///   waits up to `preferSeconds`, at most 3600, for the agent who served the customer last.
/// - `relaxSeconds`, up to 3600: after this wait the language no longer has to match.
/// - `most`, 0 to 4: so many pieces of it one agent is given at once, beside what continues a
///   conversation of theirs; 0: as many as there is room for.
/// - `inactivityMinutes`, 1 to 10080: a chat in which nobody writes for so long is ended.
///   `absenceSeconds`, 5 to 3600: a waiting customer whose page is gone for so long has left.
/// - `silenceMinutes`, 1 to 43200: what customers began by SMS or messenger ends when nobody writes
///   for so long. `closed` is said there when the service is not open, up to 500 characters.
/// - `promisePercent` of the customers, 1 to 100, are answered within `promiseSeconds`, 1 to 86400.
/// - `teams` whose members serve it beside the users with its skill; `skills` that all of them
///   need.
record ServiceSettings(
    String name,
    int priority,
    int offerSeconds,
    int wrapUpSeconds,
    boolean requiresDisposition,
    boolean prefersLevel,
    boolean prefersLastAgent,
    int preferSeconds,
    int relaxSeconds,
    int most,
    int inactivityMinutes,
    int absenceSeconds,
    int silenceMinutes,
    ServicePromise.Closed closed,
    int promisePercent,
    int promiseSeconds,
    CentreHours hours,
    List<TeamId> teams,
    List<NeededSkill> skills) {

  /// `level`: at least, 1 to 100.
  record NeededSkill(SkillId skill, int level) {}
}
