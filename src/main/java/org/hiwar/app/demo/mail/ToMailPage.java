package org.hiwar.app.demo.mail;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a mailbox hears.
sealed interface ToMailPage {
  /// The first frame.
  ///
  /// @param centre the mailboxes of the contact centre
  record Opened(Mailbox mine, List<Mailbox> centre) implements ToMailPage {}

  /// A mail of this mailbox. One that is told again has become read.
  ///
  /// @param id names it in this mailbox
  /// @param mine whether it was written here
  /// @param party who wrote it; of one's own: to whom
  /// @param files the names of what came with it
  record Mail(
      String id,
      boolean mine,
      Mailbox party,
      String subject,
      String text,
      Instant at,
      List<String> files,
      boolean seen)
      implements ToMailPage {}

  /// The server has taken what the page called `draft`.
  record Written(long draft) implements ToMailPage {}

  /// The server has not taken it.
  record Refused(long draft) implements ToMailPage {}

  /// One JSON object with its `type`.
  static String json(ToMailPage frame) {
    var json = JsonMapper.shared().valueToTree(frame).asObject();
    json.put(
        "type",
        switch (frame) {
          case Opened _ -> "opened";
          case Mail _ -> "mail";
          case Written _ -> "written";
          case Refused _ -> "refused";
        });
    return json.toString();
  }
}
