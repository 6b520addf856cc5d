package org.hiwar.sms.text;

import java.util.ArrayList;
import java.util.List;

/// The segments of a text. A character is never torn, so a segment may be a unit short.
///
/// @param texts of the segments in their order; an empty text has one, which is empty
/// @param left units that still fit into the last segment before another one is needed
public record Segments(Encoding encoding, List<String> texts, int left) {
  public Segments {
    texts = List.copyOf(texts);
  }

  public static Segments of(String text) {
    return of(text, Reference.SHORT);
  }

  public static Segments of(String text, Reference reference) {
    var encoding = Encoding.of(text);
    int units = characters(text).stream().mapToInt(encoding::units).sum();
    if (units <= encoding.alone())
      return new Segments(encoding, List.of(text), encoding.alone() - units);
    return cut(text, encoding, encoding.each(reference));
  }

  public int count() {
    return texts.size();
  }

  private static Segments cut(String text, Encoding encoding, int each) {
    var texts = new ArrayList<String>();
    var part = new StringBuilder();
    int left = each;
    for (var character : characters(text)) {
      int units = encoding.units(character);
      if (units > left) {
        texts.add(part.toString());
        part.setLength(0);
        left = each;
      }
      part.append(character);
      left -= units;
    }
    texts.add(part.toString());
    return new Segments(encoding, texts, left);
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }
}
