package org.hiwar.voice.sip;

/// Who calls, as far as it is known.
public sealed interface Caller {
  record Number(DialString number) implements Caller {}

  /// The caller asked not to be shown (RFC 3323), towards us or by us.
  record Withheld() implements Caller {}

  /// Something that is no number was given; it is not passed on.
  record Unknown() implements Caller {}
}
