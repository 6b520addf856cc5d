package org.hiwar.channel;

import java.util.List;

/// What an item turned out to be.
public sealed interface Reading {
  /// Messages of customers, and news of what we sent.
  record Content(List<Incoming> messages, List<Receipt> receipts) implements Reading {
    public Content {
      messages = List.copyOf(messages);
      receipts = List.copyOf(receipts);
    }

    public static Content of(Incoming message) {
      return new Content(List.of(message), List.of());
    }

    public static Content of(Receipt receipt) {
      return new Content(List.of(), List.of(receipt));
    }
  }

  /// It is understood and nothing follows from it, such as the sign that a customer types.
  ///
  /// @param code why, for the ledger
  record Nothing(String code) implements Reading {}

  /// It cannot be used, and somebody may want to look at it: it is kept on the list of what was set
  /// aside.
  ///
  /// @param code why, as the screens translate it
  /// @param detail what exactly, for experts
  record Aside(String code, String detail) implements Reading {}
}
