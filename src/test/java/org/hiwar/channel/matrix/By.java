package org.hiwar.channel.matrix;

import org.hiwar.contact.Trust;

/// The channels of the table.
enum By {
  VOICE("voice", Reached.AT_ONCE, Trust.PRESENTED),
  CHAT("web chat", Reached.WHEN_ON_THE_PAGE, Trust.ATTESTED),
  SMS("SMS", Reached.AT_ONCE, Trust.ATTESTED),
  EMAIL("email", Reached.AT_ONCE, Trust.PRESENTED),
  WHATSAPP("WhatsApp", Reached.WITH_A_TEMPLATE, Trust.ATTESTED),
  TELEGRAM("Telegram", Reached.ONCE_THEY_HAVE_WRITTEN, Trust.ATTESTED),
  WEBHOOK("webhook", Reached.AT_ONCE, Trust.ATTESTED);

  final String word;

  /// How far a customer who begins by it is proved (decision 23).
  final Trust trust;

  private final Reached reached;

  By(String word, Reached reached, Trust trust) {
    this.word = word;
    this.trust = trust;
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
