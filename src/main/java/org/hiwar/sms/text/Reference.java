package org.hiwar.sms.text;

/// How the parts of a long message name what they belong to (3GPP TS 23.040, 9.2.3.24).
public enum Reference {
  /// 8 bits, which every telephone understands.
  SHORT,
  /// 16 bits.
  LONG
}
