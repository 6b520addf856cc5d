package org.hiwar.contact.file;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// One batch of a file within its transaction: who is known is looked up, what is new or changed is
/// written, what is refused is kept, and all of it is counted.
final class ContactBatch {
  private final ContactImportJob.Order order;
  private final Standing before;
  private final Instant now;

  /// How far an import is.
  ///
  /// @param keptRefusals how many of the refusals are kept
  record Standing(ContactImportCounts counts, long keptRefusals) {
    static final Standing BEGIN = new Standing(ContactImportCounts.NONE, 0);
  }

  ContactBatch(ContactImportJob.Order order, Standing before, Instant now) {
    this.order = order;
    this.before = before;
    this.now = now;
  }

  /// How far it is when the transaction commits.
  Standing bring(ContactBatchStore store, ContactPiece piece, long readBytes)
      throws SQLException, IOException {
    var recognised = recognised(store, piece);
    var refused = new ArrayList<>(piece.refused());
    refused.addAll(recognised.refused);
    var updates = updates(store, recognised, refused);
    var changing = updates.stream().filter(ContactUpdate::changes).toList();
    store.write(
        new ContactBatchStore.Batch(
            recognised.fresh, changing, order.plan().table(), order.by(), now),
        recognised.known.stream().map(Recognised.Known::contact).toList());
    int kept = recognised.known.size() - changing.size();
    if (order.plan().known() == KnownPolicy.REFUSE) kept = 0;
    refused.sort((one, other) -> Long.compare(one.line(), other.line()));
    long rows = refused.stream().filter(RefusedContactValue::whole).count();
    var counts =
        before
            .counts()
            .plus(
                new ContactImportCounts(
                    piece.rows(),
                    recognised.fresh.size(),
                    changing.size(),
                    kept,
                    rows,
                    refused.size() - rows));
    long room = ContactFileLimits.REFUSALS - before.keptRefusals();
    var told = refused.subList(0, (int) Math.min(refused.size(), room));
    store.refuse(told, before.keptRefusals() + 1);
    store.counted(order.id(), counts, readBytes);
    return new Standing(counts, before.keptRefusals() + told.size());
  }

  private static Recognised recognised(ContactBatchStore store, ContactPiece piece)
      throws SQLException, IOException {
    var refs = store.refs(piece.contacts());
    var recognised = new Recognised(store.matches(piece.contacts()), refs);
    piece.contacts().forEach(recognised::decide);
    return recognised;
  }

  /// What becomes of the known ones; those that do not fit are told of.
  private List<ContactUpdate> updates(
      ContactBatchStore store, Recognised recognised, List<RefusedContactValue> refused) {
    return switch (order.plan().known()) {
      case KEEP -> List.of();
      case REFUSE -> {
        for (var one : recognised.known)
          refused.add(Recognised.refusal(one.row(), ContactReason.KNOWN));
        yield List.of();
      }
      case UPDATE -> {
        var rows = new HashMap<Long, ReadContact>();
        for (var one : recognised.known) rows.put(one.contact(), one.row());
        var updates = new ArrayList<ContactUpdate>();
        if (!rows.isEmpty())
          for (var whole : store.lock(rows.keySet())) {
            var row = Objects.requireNonNull(rows.get(whole.contact().id().value()));
            var update = ContactUpdate.of(whole, row);
            for (var value : update.leftOut())
              refused.add(
                  new RefusedContactValue(row.line, false, null, ContactReason.TOO_MANY, value));
            updates.add(update);
          }
        yield updates;
      }
    };
  }
}
