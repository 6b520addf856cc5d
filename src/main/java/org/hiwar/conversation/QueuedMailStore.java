package org.hiwar.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads mails for the lists in which they wait.
@Component
public class QueuedMailStore {
  private final Database database;

  public QueuedMailStore(Database database) {
    this.database = database;
  }

  /// Those of `wanted` that are not over, all at once.
  public Map<InteractionId, QueuedMail> of(
      WorkspaceId workspace, Collection<InteractionId> wanted) {
    if (wanted.isEmpty()) return Map.of();
    long ws = workspace.value();
    var ids = wanted.stream().mapToLong(InteractionId::value).distinct().toArray();
    var people = new HashMap<ContactId, ContactSummary>();
    var interactions = new HashMap<InteractionId, Interaction>();
    var last = new HashMap<InteractionId, MessageId>();
    database.ask(
        ws,
        List.of(
            new Question(
                new SqlPart(
                    InteractionRows.SELECT + "i.id = any(?) and i.ended_at is null",
                    List.of(ws, ids)),
                row -> {
                  var one = InteractionRows.interaction(row, 0);
                  interactions.put(one.id(), one);
                }),
            ContactStore.summaries(
                workspace,
                new SqlPart(
                    "select k.contact from interaction k where k.workspace = ? and k.id = any(?)",
                    List.of(ws, ids)),
                person -> people.put(person.id(), person)),
            new Question(
                new SqlPart(
                    """
                    select i.id, l.id as message from interaction i,
                      lateral (select m.id from message m where m.workspace = i.workspace and m.conversation = i.conversation
                        and m.interaction = i.id and m.author_kind = 'CUSTOMER' order by m.seq desc limit 1) l
                    where i.workspace = ? and i.id = any(?)\
                    """,
                    List.of(ws, ids)),
                row ->
                    last.put(
                        new InteractionId(row.getLong("id")),
                        new MessageId(row.getLong("message"))))));
    return together(interactions, people, last);
  }

  private static Map<InteractionId, QueuedMail> together(
      Map<InteractionId, Interaction> interactions,
      Map<ContactId, ContactSummary> people,
      Map<InteractionId, MessageId> last) {
    var mails = new HashMap<InteractionId, QueuedMail>();
    interactions.forEach(
        (id, one) -> {
          var contact = people.get(one.contact());
          if (contact != null) mails.put(id, new QueuedMail(one, contact, last.get(id)));
        });
    return mails;
  }
}
