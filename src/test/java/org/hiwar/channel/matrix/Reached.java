package org.hiwar.channel.matrix;

/// How a customer who is served by one channel is reached by another.
enum Reached {
  AT_ONCE("", "yes"),
  /// Nobody is called to a page.
  WHEN_ON_THE_PAGE("no-visitor", "while the customer chats; else *no-visitor*"),
  /// WhatsApp lets nobody write first but with words that it has approved.
  WITH_A_TEMPLATE(
      "window-closed",
      "within 24 hours of the customer's last message, or with a template; else *window-closed*"),
  /// Telegram lets no bot write first.
  ONCE_THEY_HAVE_WRITTEN(
      "cannot-begin", "once the customer has written there; else *cannot-begin*");

  /// What the desktop is told before; empty: nothing is in the way.
  final String hindrance;
  final String words;

  Reached(String hindrance, String words) {
    this.hindrance = hindrance;
    this.words = words;
  }
}
