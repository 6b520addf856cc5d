package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.email.Dovecot;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;

/// A workspace of the running Hiwar whose mailbox lies on a Dovecot, and what becomes of its mails.
final class DovecotMailbox implements AutoCloseable {
  final ChatWorkspace shop = ChatWorkspace.fresh();
  final MailHouse outside = new MailHouse();
  final Dovecot dovecot = new Dovecot(outside.smtpPort());
  private final AccountStore accounts = RunningHiwar.bean(AccountStore.class);
  private final Account account;

  DovecotMailbox() {
    account =
        new Account(
            shop.workspace(),
            new AccountId(TestDatabase.ids().next()),
            "email",
            "Orders by mail",
            Dovecot.OURS,
            shop.mail(),
            null,
            dovecot.settings(Map.of("sender-name", "The shop")),
            true,
            1);
    assertThat(accounts.add(account)).isTrue();
  }

  /// How many of the mails that came have this fate; what was set aside by its reason.
  Map<String, Long> fates() {
    var fates = new TreeMap<String, Long>();
    TestDatabase.database()
        .in(
            shop.workspace().value(),
            db ->
                db.sql("select coalesce(reason, state), count(*) from inbound_item group by 1")
                    .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                    .list())
        .forEach(fate -> fates.put(fate.getKey(), fate.getValue()));
    return fates;
  }

  /// The largest of what was kept of mails that were set aside for this reason, in bytes.
  long kept(String reason) {
    return TestDatabase.database()
        .in(
            shop.workspace().value(),
            db ->
                db.sql("select max(octet_length(body)) from inbound_item where reason = ?")
                    .param(reason)
                    .query(Long.class)
                    .single());
  }

  @Override
  public void close() {
    accounts.remove(shop.workspace(), account.id());
    dovecot.close();
    outside.close();
  }
}
