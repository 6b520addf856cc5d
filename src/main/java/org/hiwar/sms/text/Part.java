package org.hiwar.sms.text;

import java.util.Optional;

/// Where a part belongs: number `part` of `total`, counted from 1, of the long message that its
/// sender calls `reference`.
public record Part(int reference, int total, int part) {
  public static final int MOST = 255;

  /// Empty: such a part cannot be, and what it came with is a message of its own (3GPP TS 23.040
  /// asks the receiver to ignore the header then).
  public static Optional<Part> of(int reference, int total, int part) {
    return total >= 1 && total <= MOST && part >= 1 && part <= total
        ? Optional.of(new Part(reference, total, part))
        : Optional.empty();
  }
}
