package org.hiwar.contact;

import java.util.LinkedHashSet;
import java.util.Set;

/// Words that differ by one typing error: a letter too many, too few, another one, or two
/// neighbours exchanged.
final class OneEdit {
  private OneEdit() {}

  /// Whether one error makes one of the other. Equal words differ by none.
  static boolean between(String one, String other) {
    if (one.length() > other.length()) return between(other, one);
    if (other.length() - one.length() > 1) return false;
    int from = 0;
    while (from < one.length() && one.charAt(from) == other.charAt(from)) from++;
    int back = 0;
    while (back < one.length() - from
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) back++;
    int left = one.length() - from - back;
    if (one.length() < other.length()) return left == 0;
    return left <= 1 || left == 2 && exchanged(one, other, from);
  }

  private static boolean exchanged(String one, String other, int at) {
    return one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
  }

  /// The word, and what is left of it without one of its letters. Two words that differ by one
  /// error have one of these in common.
  static Set<String> shortened(String word) {
    var shortened = new LinkedHashSet<String>();
    shortened.add(word);
    for (int i = 0; i < word.length(); i++)
      if (!Character.isSurrogate(word.charAt(i)))
        shortened.add(word.substring(0, i) + word.substring(i + 1));
    return shortened;
  }
}
