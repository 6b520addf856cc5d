package org.hiwar.app.demo.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.app.demo.account.DemoAccounts;
import org.hiwar.channel.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the demonstration's mail server where the demo workspace has mailboxes on it. The server
/// takes ports that are free, and writes them into the accounts together with a new password.
@Component
public class DemoMail implements SmartLifecycle {
  /// By which the demo workspace knows these mailboxes.
  private static final String CHANNEL = "email";

  private static final String HOST = "127.0.0.1";

  private final DemoAccounts accounts;
  private volatile @Nullable Running running;

  /// @param centre the mailboxes of the contact centre
  record Running(MailServer server, List<Mailbox> centre) {}

  DemoMail(DemoAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void start() {
    var addresses = Mailbox.CENTRE.stream().map(Mailbox::address).toList();
    var found = accounts.of(CHANNEL, addresses);
    if (found.isEmpty()) return;
    var password = UUID.randomUUID().toString();
    var server = new MailServer(password);
    for (var account : found) accounts.lead(account, settings(account, server, password));
    running =
        new Running(
            server, found.stream().map(each -> new Mailbox(each.address(), each.name())).toList());
  }

  private static Map<String, String> settings(Account account, MailServer server, String password) {
    return Map.of(
        "imap-host",
        HOST,
        "imap-port",
        String.valueOf(server.imapPort()),
        "imap-security",
        "none",
        "smtp-host",
        HOST,
        "smtp-port",
        String.valueOf(server.smtpPort()),
        "smtp-security",
        "none",
        "user",
        account.address(),
        "secret",
        password,
        "authserv-id",
        MailServer.NAME);
  }

  /// Empty while it does not run.
  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  @Override
  public void stop() {
    var open = running;
    running = null;
    if (open != null) open.server().close();
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
