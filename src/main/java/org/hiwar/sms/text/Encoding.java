package org.hiwar.sms.text;

/// How the characters of a message are carried (3GPP TS 23.038 and 23.040): 140 bytes a segment,
/// of which a long message gives 6 to its header, or 7 where the reference has 16 bits.
public enum Encoding {
  /// 7 bits a character, some take two.
  GSM7(160, 153, 152),
  /// UTF-16, big endian: the standard says UCS-2, telephones read surrogate pairs.
  UCS2(70, 67, 66);

  private final int alone;
  private final int withShortReference;
  private final int withLongReference;

  Encoding(int alone, int withShortReference, int withLongReference) {
    this.alone = alone;
    this.withShortReference = withShortReference;
    this.withLongReference = withLongReference;
  }

  /// The one that takes the least space for a text.
  public static Encoding of(String text) {
    return Gsm7.has(text) ? GSM7 : UCS2;
  }

  /// Units in a message of one segment: septets, or 16 bits.
  public int alone() {
    return alone;
  }

  /// Units in each segment of a longer one.
  public int each(Reference reference) {
    return switch (reference) {
      case SHORT -> withShortReference;
      case LONG -> withLongReference;
    };
  }

  int units(String character) {
    return switch (this) {
      case GSM7 -> Gsm7.septets(character.charAt(0));
      case UCS2 -> character.length();
    };
  }
}
