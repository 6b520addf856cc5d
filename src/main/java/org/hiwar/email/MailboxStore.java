package org.hiwar.email;

import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// How far each mailbox has been fetched.
@Component
class MailboxStore {
  private final Database database;

  /// @param place the UID of the last mail that is kept
  record Place(long validity, long place) {}

  MailboxStore(Database database) {
    this.database = database;
  }

  Optional<Place> find(Account account) {
    return database.in(
        account.workspace().value(),
        db ->
            db.sql("select validity, place from email_mailbox where workspace = ? and account = ?")
                .param(account.workspace().value())
                .param(account.id().value())
                .query((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .optional());
  }

  /// Within one validity only forwards.
  void mark(Account account, Place place) {
    database.in(
        account.workspace().value(),
        db ->
            db.sql(
                    """
                    insert into email_mailbox (workspace, account, validity, place) values (?, ?, ?, ?)
                    on conflict (workspace, account) do update set validity = excluded.validity, place = excluded.place
                    where email_mailbox.validity <> excluded.validity or email_mailbox.place < excluded.place\
                    """)
                .param(account.workspace().value())
                .param(account.id().value())
                .param(place.validity())
                .param(place.place())
                .update());
  }
}
