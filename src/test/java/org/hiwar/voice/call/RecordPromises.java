package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hiwar.testing.AgentClient.Answer;

/// What agents asked about previews and what they were answered, to be held against what is kept.
final class RecordPromises {
  enum Kind {
    ACCEPT,
    REJECT,
    SKIP,
    COMPLETE,
    DIAL,
    /// Completes the conversation of the call.
    DISPOSE
  }

  /// @param agent the id of the user
  record Wish(Kind kind, String preview, String agent) {}

  /// The server is there and cannot do it now.
  private static final Set<String> AWAY = Set.of("try-again", "unavailable");
  private static final int NO_CONTENT = 204;

  private final Set<Wish> asked = new HashSet<>();
  private final Set<Wish> kept = new HashSet<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int away;

  synchronized void asks(Wish wish) {
    asked.add(wish);
  }

  /// An answer that no agent may get is remembered.
  synchronized void answered(Wish wish, Answer answer) {
    if (answer.status() == NO_CONTENT || answer.status() == 200) {
      kept.add(wish);
      return;
    }
    refused.merge(wish.kind() + " " + answer.status() + " " + answer.problem(), 1, Integer::sum);
    if (answer.status() == 503 && AWAY.contains(answer.problem())) away++;
    else if (answer.status() != 404 && !mayBeLate(wish.kind(), answer.problem()))
      wrong.add(wish + " was answered " + answer);
  }

  /// Whether it is a refusal that a race may bring.
  private static boolean mayBeLate(Kind kind, String problem) {
    return switch (kind) {
      case ACCEPT, REJECT -> problem.equals("offer-gone");
      case SKIP, COMPLETE -> problem.equals("preview-over");
      case DIAL -> Set.of("preview-over", "on-a-call", "no-device", "no-session").contains(problem);
      case DISPOSE -> Set.of("new-message", "still-live").contains(problem);
    };
  }

  /// How often agents were told to try again.
  synchronized int away() {
    return away;
  }

  synchronized int kept() {
    return kept.size();
  }

  /// What agents have accepted and decided nothing about since.
  synchronized List<Wish> held() {
    var decided = new HashSet<String>();
    for (var wish : asked)
      if (wish.kind() != Kind.ACCEPT && wish.kind() != Kind.REJECT) decided.add(wish.preview());
    return kept.stream()
        .filter(wish -> wish.kind() == Kind.ACCEPT && !decided.contains(wish.preview()))
        .toList();
  }

  synchronized int kept(Kind kind, String agent) {
    return count(kept, kind, agent);
  }

  synchronized int asked(Kind kind, String agent) {
    return count(asked, kind, agent);
  }

  private static int count(Set<Wish> wishes, Kind kind, String agent) {
    return (int) wishes.stream().filter(w -> w.kind() == kind && w.agent().equals(agent)).count();
  }

  synchronized String summary() {
    var counts = new HashMap<Kind, Integer>();
    for (var wish : kept) counts.merge(wish.kind(), 1, Integer::sum);
    return "kept " + counts + ", refused " + refused;
  }

  /// Where what is kept is not what was promised; empty: all is well.
  ///
  /// @param neverBegun how many calls may have been taken back because they had not begun when
  /// something was killed: the review goes on then, and nothing counts as an attempt
  synchronized List<String> judge(Map<String, RecordsKept.Kept> previews, int neverBegun) {
    var found = new ArrayList<>(wrong);
    int takenBack = 0;
    for (var wish : kept) {
      var row = previews.get(wish.preview());
      if (row == null) {
        found.add("promised, and there is no such preview: " + wish);
        continue;
      }
      int times =
          switch (wish.kind()) {
            case ACCEPT -> Math.min(1, row.times("ACCEPTED", wish.agent()));
            case REJECT -> Math.min(1, row.times("REJECTED", wish.agent()));
            case SKIP -> row.times("SKIPPED", wish.agent());
            case COMPLETE -> row.times("COMPLETED", wish.agent());
            case DIAL -> Math.min(1, row.times("DIAL_STARTED", wish.agent()));
            case DISPOSE -> row.times("DISPOSITION_SET", wish.agent());
          };
      if (wish.kind() == Kind.DIAL && times == 0 && row.attempts() == 0) takenBack++;
      else if (times != 1)
        found.add(wish + " was promised and is there " + times + " times: " + row);
    }
    if (takenBack > neverBegun) found.add(takenBack + " calls were promised and never began");
    previews.forEach((preview, row) -> judge(preview, row, found));
    return found;
  }

  private void judge(String preview, RecordsKept.Kept row, List<String> found) {
    if (!row.settled()) found.add("never settled: " + preview + " " + row);
    decided(preview, row, "SKIPPED", Kind.SKIP, found);
    decided(preview, row, "COMPLETED", Kind.COMPLETE, found);
    if (row.times("DIAL_STARTED") != row.attempts())
      found.add("attempts and calls that began differ: " + preview + " " + row);
    if (row.outcome().equals("CALLED") && row.times("DISPOSITION_SET") != 1)
      found.add("a call without one result: " + preview + " " + row);
    if (!row.outcome().equals("WITHDRAWN") && row.times("PREVIEWED") != 1)
      found.add("not previewed once: " + preview + " " + row);
  }

  private void decided(
      String preview, RecordsKept.Kept row, String outcome, Kind kind, List<String> found) {
    int times = row.times(outcome);
    if (times != (row.outcome().equals(outcome) ? 1 : 0))
      found.add(outcome + " is noted " + times + " times: " + preview + " " + row);
    for (var agent : row.agents(outcome))
      if (!asked.contains(new Wish(kind, preview, agent)))
        found.add(outcome + " although nobody asked: " + preview + " " + row);
  }
}
