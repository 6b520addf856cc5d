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
          "trunks",
          "numbers",
          "services",
          "outgoing",
          "phones",
          "entries",
          "accounts",
          "templates",
          "ledger",
          "set-aside",
          "campaigns",
          "lists",
          "do-not-call",
          "results",
          "reports",
          "users",
          "teams",
          "skills",
          "roles",
          "audit-log");

  private HelpPages() {}
}
