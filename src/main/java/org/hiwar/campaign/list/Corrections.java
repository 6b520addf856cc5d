package org.hiwar.campaign.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.Correction.Change;
import org.hiwar.campaign.list.Correction.Meanwhile;
import org.hiwar.campaign.list.Correction.Wish;
import org.hiwar.platform.table.CsvRow;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Corrects single records as an import of one row would: what a file may not bring, nobody may
/// write (S2-48).
@Component
public final class Corrections {
  private final CorrectionStore store;
  private final RecordStore records;
  private final List<RecordsListener> listeners;

  public Corrections(CorrectionStore store, RecordStore records, List<RecordsListener> listeners) {
    this.store = store;
    this.records = records;
    this.listeners = List.copyOf(listeners);
  }

  /// In a transaction of somebody else. The fields that are wished for are fields of the list, each
  /// once.
  public Correction correct(
      JdbcClient db, WorkspaceId workspace, CallingList list, RecordId id, List<Wish> wishes) {
    if (!store.lock(db, workspace, id)) return new Correction.Held();
    var before = records.find(db, workspace, List.of(id)).getFirst();
    var outdated = outdated(list.fields(), before, wishes);
    if (!outdated.isEmpty()) return new Correction.Outdated(outdated);
    var asked = new HashMap<Field, String>();
    for (var wish : wishes) {
      var field = list.fields().named(wish.field()).orElseThrow();
      if (!wish.value().strip().equals(before.text(list.fields(), field)))
        asked.put(field, wish.value());
    }
    if (asked.isEmpty()) return new Correction.Corrected(before, List.of());
    var refused = new ArrayList<RefusedValue>();
    var read = read(list, before, asked, refused);
    if (read == null || !refused.isEmpty()) return new Correction.Refused(refused);
    var key = list.fields().keys().isEmpty() ? null : read.key;
    if (key != null && store.isTaken(db, workspace, list.id(), id, key))
      return new Correction.Refused(List.of(inList(list)));
    store.write(db, workspace, list, before, read, key, asked.keySet());
    tell(db, workspace, list.id(), id);
    var after = records.find(db, workspace, List.of(id)).getFirst();
    return new Correction.Corrected(after, changes(list.fields(), before, after));
  }

  private static RefusedValue inList(CallingList list) {
    return new RefusedValue(1, true, list.fields().keys().getFirst().name(), Reason.IN_LIST, "");
  }

  private static List<Meanwhile> outdated(Fields fields, CallingRecord now, List<Wish> wishes) {
    return wishes.stream()
        .map(
            wish -> {
              var is = now.text(fields, fields.named(wish.field()).orElseThrow());
              boolean same = is.equals(wish.was()) || is.equals(wish.value().strip());
              return same ? null : new Meanwhile(wish.field(), is);
            })
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /// As the row of a file that has the wished fields, and beside them those without which no row is
  /// whole: keys and numbers. What is wrong with one that nobody touched is not told.
  private @Nullable StagedRecord read(
      CallingList list,
      CallingRecord before,
      Map<Field, String> asked,
      List<RefusedValue> refused) {
    var fields = new LinkedHashSet<Field>(asked.keySet());
    fields.addAll(list.fields().keys());
    fields.addAll(list.fields().phones());
    var numbers = fields.stream().map(field -> list.fields().all().indexOf(field) + 1).toList();
    var plan = new ImportPlan(ImportPolicy.UPDATE, null, null, false, DateOrder.DAY_FIRST, numbers);
    var row =
        fields.stream()
            .map(field -> asked.getOrDefault(field, before.text(list.fields(), field)))
            .toList();
    var login = before.agentLogin();
    var reader = new RowReader(list, plan, login == null ? Set.of() : Set.of(login));
    var all = new ArrayList<RefusedValue>();
    var read = reader.read(new CsvRow(1, row, true), all);
    var names = new HashSet<String>();
    asked.keySet().forEach(field -> names.add(field.name()));
    for (var one : all)
      if (one.whole() || one.field() == null || names.contains(one.field())) refused.add(one);
    return read;
  }

  private void tell(JdbcClient db, WorkspaceId workspace, ListId list, RecordId record) {
    long[] ids = {record.value()};
    for (var listener : listeners)
      if (listener.follows(db, workspace, list)) listener.changed(db, workspace, list, ids);
  }

  private static List<Change> changes(Fields fields, CallingRecord before, CallingRecord after) {
    return fields.all().stream()
        .map(
            field ->
                new Change(field.name(), before.text(fields, field), after.text(fields, field)))
        .filter(change -> !change.was().equals(change.now()))
        .toList();
  }
}
