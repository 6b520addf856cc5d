package org.hiwar.contact;

import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Who may be the same customer twice: contacts that share an address, even one that was only
/// claimed. Nobody is recognised by that; an agent looks and decides.
///
/// Names alone are no sign: a thousand customers are called Mohammad.
@Component
public class DuplicateStore {
  /// Through the index of addresses: as many look-ups as the contact has addresses. A number is the
  /// same number in a messenger that names people by numbers.
  private static final String SHARING =
      """
      c.merged_into is null and c.id <> (select coalesce(merged_into, id) from contact where workspace = ? and id = ?) and c.id = any(array(
        select coalesce(t.merged_into, t.id) from contact_address mine
        join contact_address theirs on theirs.workspace = mine.workspace and theirs.value = mine.value
          and theirs.kind = any(case when mine.kind in ('PHONE', 'WHATSAPP') then array['PHONE', 'WHATSAPP'] else array[mine.kind] end)
        join contact t on t.workspace = theirs.workspace and t.id = theirs.contact
        where mine.workspace = ? and mine.contact = any(array(select contacts_of(?, ?))) and mine.kind <> 'VISITOR'))
      order by coalesce(c.last_activity_at, c.created_at) desc, c.id desc limit %d\
      """
          .formatted(ContactLimits.CANDIDATES);

  /// Through the same index.
  private static final String STRANGERS =
      """
      c.merged_into is null and c.name is null and c.photo_of is null and c.id = any(array(
        select a.contact from contact_address a where a.workspace = ? and a.kind = ? and a.value = ? and a.trust <> 'CLAIMED'))
      and c.id <> all(array(select contacts_of(?, ?)))
      and not exists (select from contact m where m.workspace = c.workspace and m.merged_into = c.id)
      and not exists (select from contact_photo f where f.workspace = c.workspace and f.contact = c.id)
      and not exists (
        select from contact_address o where o.workspace = c.workspace and o.contact = c.id and not (o.kind = ? and o.value = ?))
      order by c.id limit %d\
      """
          .formatted(ContactLimits.CANDIDATES);

  private final Database database;

  public DuplicateStore(Database database) {
    this.database = database;
  }

  /// The last active first, up to a limit.
  public List<ContactSummary> of(WorkspaceId workspace, ContactId contact) {
    long ws = workspace.value();
    long whom = contact.value();
    return database
        .in(ws, db -> ContactStore.read(db, workspace, SHARING, ws, whom, ws, ws, whom))
        .stream()
        .map(Contact::summary)
        .toList();
  }

  /// The contacts of whom nothing is known but this address, which another one has as well: what
  /// was made when somebody came whom nobody knew. Up to a limit.
  public List<ContactSummary> strangers(
      WorkspaceId workspace, ContactId contact, AddressKind kind, String value) {
    long ws = workspace.value();
    long whom = contact.value();
    var name = kind.name();
    return database
        .in(
            ws,
            db ->
                ContactStore.read(db, workspace, STRANGERS, ws, name, value, ws, whom, name, value))
        .stream()
        .map(Contact::summary)
        .toList();
  }
}
