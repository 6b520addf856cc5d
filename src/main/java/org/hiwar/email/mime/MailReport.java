package org.hiwar.email.mime;

import java.util.List;

/// What a mail server tells of a mail of ours (RFC 3464).
///
/// @param status what it says for machines, as text; empty: nothing
/// @param about the Message-IDs in what it sent back of the mail
public record MailReport(String status, List<String> about) {
  public MailReport {
    about = List.copyOf(about);
  }
}
