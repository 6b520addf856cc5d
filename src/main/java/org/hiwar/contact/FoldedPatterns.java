package org.hiwar.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Regular expressions of PostgreSQL that find words however they are written: what
/// [ArabicText#folded] makes alike, they hold for alike. For texts that are stored as they were
/// written and searched seldom, so that nothing more is stored with each of them.
public final class FoldedPatterns {
  /// Where letters are looked for that fold to one another: Latin, Greek, Cyrillic, Arabic, and
  /// the forms of presentation.
  private static final List<int[]> BLOCKS =
      List.of(
          new int[] {0x21, 0x52F},
          new int[] {0x600, 0x6FF},
          new int[] {0x750, 0x77F},
          new int[] {0x1E00, 0x1EFF},
          new int[] {0xFE70, 0xFEFC},
          new int[] {0xFF01, 0xFF5E});

  /// What may stand between two letters and is not compared: vowel marks and accents written apart,
  /// the lengthening stroke, marks of direction.
  private static final String IGNORED =
      "[\u0300-\u036F\u0610-\u061A\u0640\u064B-\u065F\u0670\u200B-\u200F\u202A-\u202E]*";

  private static final Map<Integer, Set<Integer>> WRITTEN = written();

  private FoldedPatterns() {}

  /// One for each word of `query`, up to a limit; none for a query without words.
  public static List<String> of(String query) {
    var cut = query.substring(0, Math.min(query.length(), ContactLimits.QUERY_CHARACTERS));
    return Arrays.stream(ArabicText.folded(cut).split(" "))
        .filter(word -> !word.isEmpty())
        .limit(ContactLimits.QUERY_WORDS)
        .map(FoldedPatterns::pattern)
        .toList();
  }

  private static String pattern(String word) {
    return word.codePoints()
        .mapToObj(c -> anyOf(WRITTEN.getOrDefault(c, Set.of(c))))
        .collect(Collectors.joining(IGNORED));
  }

  /// A bracket in which every character stands for itself.
  private static String anyOf(Set<Integer> letters) {
    return letters.stream().map(FoldedPatterns::literal).collect(Collectors.joining("", "[", "]"));
  }

  private static String literal(int c) {
    var itself = Character.toString(c);
    return Character.isLetterOrDigit(c) || c > 0x7F ? itself : "\\u%04X".formatted(c);
  }

  /// Of each folded character, those that fold to it.
  private static Map<Integer, Set<Integer>> written() {
    var written = new TreeMap<Integer, Set<Integer>>();
    BLOCKS.stream()
        .flatMapToInt(block -> IntStream.rangeClosed(block[0], block[1]))
        .filter(Character::isDefined)
        .forEach(c -> note(written, c));
    return written;
  }

  private static void note(Map<Integer, Set<Integer>> written, int c) {
    var folded = ArabicText.folded(Character.toString(c));
    if (folded.codePointCount(0, folded.length()) != 1) return;
    written.computeIfAbsent(folded.codePointAt(0), _ -> new TreeSet<>()).add(c);
  }
}
