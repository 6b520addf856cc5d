package org.hiwar.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What everybody was promised and shown, to be held against what is kept in the end. Every text is
/// written by one person once, so a text names its message; `amal: re c1-7` answers `c1-7`, and
/// `note: amal about c1-7` is for agents alone.
final class History {
  /// Where a message stands.
  private record Place(String conversation, long seq) {}

  private final Map<String, Place> acknowledged = new HashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> givenAway = new HashSet<>();
  private final Map<String, SortedMap<Long, String>> seenByCustomers = new HashMap<>();
  private final Map<String, SortedMap<Long, String>> seenByAgents = new HashMap<>();
  private final Map<String, String> contactOf = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  /// Whose screen it was.
  enum Side {
    CUSTOMER,
    AGENT
  }

  /// The server said that it is stored, as number `seq`. A second answer must say the same.
  synchronized void acknowledged(String text, String conversation, long seq) {
    var place = new Place(conversation, seq);
    var before = acknowledged.put(text, place);
    if (before != null && !before.equals(place))
      contradictions.add(text + " was acknowledged as " + before + " and as " + place);
  }

  /// The server said that it is not stored, and nobody sent it again.
  synchronized void refused(String text) {
    refused.add(text);
  }

  /// The server said that a chat is given away, with these words.
  synchronized void givenAway(String words) {
    givenAway.add(words);
  }

  synchronized Set<String> givenAway() {
    return new HashSet<>(givenAway);
  }

  /// How many of the acknowledged messages are notes.
  synchronized long notes() {
    return acknowledged.keySet().stream().filter(History::isNote).count();
  }

  private static boolean isNote(String text) {
    return text.startsWith("note: ");
  }

  synchronized void seen(Side side, String conversation, long seq, String text) {
    var screens = side == Side.CUSTOMER ? seenByCustomers : seenByAgents;
    var before = screens.computeIfAbsent(conversation, _ -> new TreeMap<>()).put(seq, text);
    if (before != null && !before.equals(text))
      contradictions.add(
          side + " saw " + before + " and " + text + " as number " + seq + " of " + conversation);
  }

  synchronized void belongs(String conversation, String contact) {
    contactOf.put(conversation, contact);
  }

  synchronized Set<String> contacts() {
    return new HashSet<>(contactOf.values());
  }

  synchronized int acknowledged() {
    return acknowledged.size();
  }

  synchronized int acknowledgedOf(String customer) {
    return (int)
        acknowledged.keySet().stream().filter(text -> text.startsWith(customer + "-")).count();
  }

  synchronized int refused() {
    return refused.size();
  }

  /// Everything in which `kept`, the stored messages by conversation and number, is not what was
  /// promised; empty when all is well.
  synchronized List<String> judge(Map<String, ? extends SortedMap<Long, String>> kept) {
    var wrong = new ArrayList<>(contradictions);
    var places = new HashMap<String, Place>();
    kept.forEach(
        (conversation, lines) -> {
          if (lines.firstKey() != 1 || lines.lastKey() != lines.size())
            wrong.add(conversation + " has the numbers " + lines.keySet());
          lines.forEach(
              (seq, text) -> {
                var place = new Place(conversation, seq);
                var twin = places.put(text, place);
                if (twin != null) wrong.add(text + " is there twice: " + twin + ", " + place);
              });
        });
    acknowledged.forEach(
        (text, place) -> {
          if (!place.equals(places.get(text)))
            wrong.add(text + ", acknowledged as " + place + ", is at " + places.get(text));
        });
    for (var text : refused)
      if (places.containsKey(text)) wrong.add(text + " was refused and is there");
    compare("customer", seenByCustomers, withoutNotes(kept), wrong);
    compare("agent", seenByAgents, kept, wrong);
    if (!seenByCustomers.keySet().equals(kept.keySet()))
      wrong.add("customers saw " + seenByCustomers.keySet() + ", kept is " + kept.keySet());
    judgeOrder(kept, wrong);
    return wrong;
  }

  private static Map<String, SortedMap<Long, String>> withoutNotes(
      Map<String, ? extends SortedMap<Long, String>> kept) {
    var without = new HashMap<String, SortedMap<Long, String>>();
    kept.forEach(
        (conversation, lines) -> {
          var said = new TreeMap<>(lines);
          said.values().removeIf(History::isNote);
          without.put(conversation, said);
        });
    return without;
  }

  /// A screen showed all of a conversation, or it is not the same on both sides.
  private static void compare(
      String side,
      Map<String, ? extends SortedMap<Long, String>> seen,
      Map<String, ? extends SortedMap<Long, String>> kept,
      List<String> wrong) {
    seen.forEach(
        (conversation, lines) -> {
          if (!lines.equals(kept.get(conversation)))
            wrong.add(
                "the %s saw in %s %s, kept is %s"
                    .formatted(side, conversation, lines, kept.get(conversation)));
        });
  }

  /// A customer's messages stand in the order of their numbers, over all of his conversations (ids
  /// are time-ordered); an answer stands after its question and in the same conversation.
  private static void judgeOrder(
      Map<String, ? extends SortedMap<Long, String>> kept, List<String> wrong) {
    var lastOf = new HashMap<String, Integer>();
    var byAge = new TreeMap<Long, SortedMap<Long, String>>();
    kept.forEach((conversation, lines) -> byAge.put(Long.parseLong(conversation), lines));
    for (var lines : byAge.values()) {
      var before = new HashSet<String>();
      for (var text : lines.values()) {
        if (isNote(text)) continue;
        int answer = text.indexOf(": re ");
        if (answer >= 0) {
          if (!before.contains(text.substring(answer + 5)))
            wrong.add(text + " stands before what it answers");
        } else {
          var customer = text.substring(0, text.indexOf('-'));
          int number = Integer.parseInt(text.substring(text.indexOf('-') + 1));
          var last = lastOf.put(customer, number);
          if (last != null && last >= number) wrong.add(text + " stands after number " + last);
        }
        before.add(text);
      }
    }
  }
}
