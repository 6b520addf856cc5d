package org.hiwar.email;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;

/// Tries an account and says in codes what is right and wrong: the tokens first, without which
/// neither server lets anybody in.
final class MailTrial {
  private final MailSessions sessions;
  private final SmtpSender sender;

  MailTrial(MailSessions sessions, SmtpSender sender) {
    this.sessions = sessions;
    this.sender = sender;
  }

  private interface Attempt {
    void run() throws Exception;
  }

  List<Finding> of(Account account) {
    var findings = new ArrayList<Finding>(3);
    try {
      sessions.tryTokens(account);
      if (new EmailSettings(account).oauth2()) findings.add(Finding.good("token"));
    } catch (LogInFailed e) {
      return List.of(Finding.bad(e.code(), e.detail()));
    }
    findings.add(found("imap", () -> lookInto(account)));
    findings.add(found("smtp", () -> sender.tryOut(account)));
    return findings;
  }

  private void lookInto(Account account) throws Exception {
    try (var mailbox = ImapMailbox.open(sessions, account)) {
      mailbox.validity();
    }
  }

  private static Finding found(String server, Attempt attempt) {
    try {
      attempt.run();
      return Finding.good(server);
    } catch (LogInFailed e) {
      return Finding.bad(server + "-" + e.code(), e.detail());
    } catch (Exception e) {
      return Finding.bad(server, MailFault.code(e) + ": " + e.getMessage());
    }
  }
}
