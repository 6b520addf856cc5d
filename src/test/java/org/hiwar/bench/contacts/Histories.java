package org.hiwar.bench.contacts;

import java.sql.SQLException;

/// Conversations of the past: of a contact one, with so many interactions, each with a message.
final class Histories {
  /// Of each caller.
  static final int ACTIVITIES = 60;

  private Histories() {}

  /// Gives contacts from `from` to `until` (the latter not) so many activities each.
  static void fill(ContactsPlace place, int from, int until, int activities) throws SQLException {
    place.slowly(
        """
        insert into conversation (workspace, id, contact, last_seq, opened_at, closed_at, ended_at)
        select %1$s, id, id, %2$d, now() - interval '1 year', now(), now() from contact where workspace = %1$s and id >= %3$d and id < %4$d\
        """
            .formatted(place.workspace, activities, place.contact(from), place.contact(until)),
        """
        insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, global_id, arrived_at, live_until, ended_by, ended_at, outcome)
        select %1$s, (c.id - %6$d) * 1000000 + i, c.id, c.id, 'CHAT', 'chat', 'INBOUND', %2$d, gen_random_uuid(), at, at, 'CUSTOMER', at, 'HANDLED'
        from contact c, generate_series(1, %3$d) i, lateral (select now() - (%3$d - i) * interval '3 minutes' as at) t
        where c.workspace = %1$s and c.id >= %4$d and c.id < %5$d\
        """
            .formatted(
                place.workspace,
                place.service,
                activities,
                place.contact(from),
                place.contact(until),
                place.contact(0)),
        """
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at)
        select workspace, conversation, id %% 1000000, id, id, gen_random_uuid(), 'CUSTOMER', 'Where is my order ' || id %% 1000000 || '?', arrived_at
        from interaction where workspace = %s and contact >= %d and contact < %d\
        """
            .formatted(place.workspace, place.contact(from), place.contact(until)),
        "vacuum analyze conversation",
        "vacuum analyze interaction",
        "vacuum analyze message");
  }
}
