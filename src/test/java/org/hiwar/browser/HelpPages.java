package org.hiwar.browser;

import java.util.List;

/// The pages of help, in the order in which one leads to the next.
final class HelpPages {
  /// After the first one.
  static final List<String> AFTER_CONVERSATIONS =
      List.of(
          "contacts",
          "activities",
          "calls",
          "messages",
          "presence",
          "preview",
          "supervision",
          "trunks",
          "numbers",
          "outgoing",
          "phones",
          "entries",
          "services",
          "results",
          "reasons",
          "accounts",
          "templates",
          "ledger",
          "set-aside",
          "contact-fields",
          "contact-file",
          "campaigns",
          "lists",
          "do-not-call",
          "reports",
          "users",
          "teams",
          "skills",
          "roles",
          "audit-log",
          "retention");

  private HelpPages() {}
}
