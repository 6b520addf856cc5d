package org.hiwar.sms.text;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/// The 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1), one septet to a
/// byte, as SMPP carries it.
public final class Gsm7 {
  /// By their septets. U+001B stands where the escape is, which is no character.
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final int ESCAPE = 0x1B;

  /// Septets that follow an escape.
  private static final Map<Integer, Character> EXTENDED =
      Map.of(
          0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']',
          0x40, '|', 0x65, '€');

  private static final Map<Character, Integer> SEPTETS = septets();

  private Gsm7() {}

  private static Map<Character, Integer> septets() {
    var all = new HashMap<Character, Integer>();
    for (int i = 0; i < BASIC.length(); i++) if (i != ESCAPE) all.put(BASIC.charAt(i), i);
    EXTENDED.forEach((septet, character) -> all.put(character, ESCAPE << 8 | septet));
    return Map.copyOf(all);
  }

  /// How many septets a character takes; 0: the alphabet does not have it.
  static int septets(char character) {
    var code = SEPTETS.get(character);
    if (code == null) return 0;
    return code > 0xFF ? 2 : 1;
  }

  static boolean has(String text) {
    return text.chars().allMatch(character -> septets((char) character) > 0);
  }

  /// The septets of a text that consists of its characters.
  public static byte[] encode(String text) {
    var septets = new ByteArrayOutputStream(text.length());
    for (char character : text.toCharArray()) {
      var code = SEPTETS.get(character);
      if (code == null) throw new IllegalArgumentException("not of this alphabet: " + character);
      if (code > 0xFF) septets.write(ESCAPE);
      septets.write(code & 0xFF);
    }
    return septets.toByteArray();
  }

  /// The text of septets. What follows an escape and is in no table is read by the basic one, as
  /// the standard asks of a receiver; a byte that is no septet becomes U+FFFD.
  public static String decode(byte[] septets) {
    var text = new StringBuilder(septets.length);
    boolean escaped = false;
    for (byte septet : septets) {
      if (septet < 0) text.append('\uFFFD');
      else if (escaped) text.append(EXTENDED.getOrDefault((int) septet, BASIC.charAt(septet)));
      else if (septet != ESCAPE) text.append(BASIC.charAt(septet));
      escaped = septet == ESCAPE && !escaped;
    }
    return text.toString().replace('\u001b', ' ');
  }
}
