package org.hiwar.platform;

/// Something on this machine or in the settings keeps Hiwar from starting. The message is one
/// sentence for the person who started it: what is wrong and what to do. It is shown without a
/// stack trace.
public final class BadSetup extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadSetup(String sentence) {
    super(sentence);
  }
}
