package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number of a record, and what the campaign has done with it.
///
/// `number` in E.164. `zone`: its own; null: the list does not say. `attempts` count in this
/// campaign, `attemptsToday` since `CentreHours.startOfDay`. `stopped`: by a result. `doNotCall`:
/// it is on a list that counts for this campaign.
public record CalleeNumber(
    int position,
    NumberKind kind,
    String number,
    @Nullable ZoneId zone,
    int attempts,
    int attemptsToday,
    boolean stopped,
    boolean doNotCall) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  boolean isValid() {
    return E164.matcher(number).matches();
  }

  CalleeNumber stop() {
    return new CalleeNumber(position, kind, number, zone, attempts, attemptsToday, true, doNotCall);
  }
}
