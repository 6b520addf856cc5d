package org.hiwar.voice.call;

import org.hiwar.voice.media.relay.Line;

/// The customer's end of a call: a telephone behind a trunk, or the browser of a page.
sealed interface CustomerLeg permits PhoneLeg, VisitorLeg {
  Line line();

  /// Again is allowed.
  void close();
}
