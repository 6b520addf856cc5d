package org.hiwar.conversation.removal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.removal.GoingErasures.GoingErasure;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Contacts that are being deleted, some of their history at a time: table `erasure`.
@Component
class ErasureStore {
  private final Database database;

  ErasureStore(Database database) {
    this.database = database;
  }

  /// Whose turn it is.
  ///
  /// @param contacts it, and those that were merged into it
  record Next(ContactId contact, List<ContactId> contacts) {
    Next {
      contacts = List.copyOf(contacts);
    }
  }

  /// For the transaction that hides them.
  void begin(WorkspaceId workspace, Next who, long activities, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into erasure (workspace, contact, contacts, activities, asked_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(workspace.value())
                .param(who.contact().value())
                .param(who.contacts().stream().map(ContactId::value).toArray(Long[]::new))
                .param(activities)
                .param(at.atOffset(ZoneOffset.UTC))
                .update());
  }

  /// In the order in which it was asked for.
  List<GoingErasure> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select contact, activities, gone, asked_at from erasure where workspace = ?"
                        + " order by asked_at, contact")
                .param(workspace.value())
                .query(
                    (row, _) ->
                        new GoingErasure(
                            new ContactId(row.getLong("contact")),
                            row.getLong("activities"),
                            row.getLong("gone"),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /// Locked until the transaction of the caller ends; empty: there is none, or others are at it.
  Optional<Next> next(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select contact, contacts from erasure where workspace = ? order by asked_at, contact limit 1
                    for update skip locked\
                    """)
                .param(workspace.value())
                .query(
                    (row, _) ->
                        new Next(
                            new ContactId(row.getLong("contact")),
                            Stream.of((Long[]) row.getArray("contacts").getArray())
                                .map(ContactId::new)
                                .toList()))
                .optional());
  }

  /// So many more have gone, for the transaction in which they did.
  void gone(WorkspaceId workspace, ContactId contact, int activities) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update erasure set gone = gone + ? where workspace = ? and contact = ?")
                .params(activities, workspace.value(), contact.value())
                .update());
  }

  /// Nothing is left.
  void done(WorkspaceId workspace, ContactId contact) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from erasure where workspace = ? and contact = ?")
                .params(workspace.value(), contact.value())
                .update());
  }
}
