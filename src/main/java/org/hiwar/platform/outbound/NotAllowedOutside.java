package org.hiwar.platform.outbound;

import java.io.IOException;

/// An address to which this server does not connect. The message names it and says why, for
/// experts; a channel's test tells it by [#CODE].
public final class NotAllowedOutside extends IOException {
  public static final String CODE = "address-not-allowed";
  private static final long serialVersionUID = 1;

  public NotAllowedOutside(String sentence) {
    super(sentence);
  }
}
