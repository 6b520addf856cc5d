package org.hiwar.channel.matrix;

/// The channels of the table.
enum By {
  VOICE("voice", Reached.AT_ONCE),
  CHAT("web chat", Reached.WHEN_ON_THE_PAGE),
  SMS("SMS", Reached.AT_ONCE),
  EMAIL("email", Reached.AT_ONCE),
  WHATSAPP("WhatsApp", Reached.WITH_A_TEMPLATE),
  TELEGRAM("Telegram", Reached.ONCE_THEY_HAVE_WRITTEN),
  WEBHOOK("webhook", Reached.AT_ONCE);

  final String word;
  private final Reached reached;

  By(String word, Reached reached) {
    this.word = word;
    this.reached = reached;
  }

  /// What holds for whoever is served by this one and wanted on another.
  Reached to(By other) {
    return other.reached;
  }

  @Override
  public String toString() {
    return word;
  }
}
