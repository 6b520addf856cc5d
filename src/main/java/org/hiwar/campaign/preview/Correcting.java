package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.Correction;
import org.hiwar.campaign.list.Correction.Change;
import org.hiwar.campaign.list.Correction.Wish;
import org.hiwar.campaign.list.Corrections;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.list.RefusedValue;
import org.hiwar.campaign.preview.Previews.Asker;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an agent puts right in the record at hand, before, during and after its call (S2-48): what
/// the campaign shows of it, by the rules of imports. It stands in the list, in the history of the
/// record, and in what this agent looks at; where somebody else was faster, that is said first.
@Component
public class Correcting {
  private final Database database;
  private final PreviewStore previews;
  private final CampaignStore campaigns;
  private final ListStore lists;
  private final RecordStore records;
  private final Corrections corrections;
  private final CorrectionEventStore events;
  private final AuditLog audit;
  private final ObjectProvider<PreviewListener> listeners;
  private final Clock clock;

  public Correcting(
      Database database,
      PreviewStore previews,
      CampaignStore campaigns,
      ListStore lists,
      RecordStore records,
      Corrections corrections,
      CorrectionEventStore events,
      AuditLog audit,
      ObjectProvider<PreviewListener> listeners,
      Clock clock) {
    this.database = database;
    this.previews = previews;
    this.campaigns = campaigns;
    this.lists = lists;
    this.records = records;
    this.corrections = corrections;
    this.events = events;
    this.audit = audit;
    this.listeners = listeners;
    this.clock = clock;
  }

  /// A field as the agent may correct it; `value` empty: nothing stands there.
  public record Correctable(Field field, String value) {}

  /// Everything about the record that the wish concerns, as its agent sees it.
  private record Subject(
      Preview preview, CallingList list, CallingRecord seen, List<Field> correctable) {}

  /// What may be corrected, or why nothing may.
  public sealed interface Form {
    record Shown(List<Correctable> fields) implements Form {}

    record Not(PreviewAnswer why) implements Form {}
  }

  public Form form(Asker asker) {
    return database.in(
        asker.workspace().value(),
        db -> {
          var subject = subject(db, asker);
          return subject.isEmpty()
              ? new Form.Not(notAny(asker))
              : new Form.Shown(correctables(subject.get()));
        });
  }

  private static List<Correctable> correctables(Subject of) {
    return of.correctable().stream()
        .map(field -> new Correctable(field, of.seen().text(of.list().fields(), field)))
        .toList();
  }

  /// It is over, or it was never this agent's.
  private PreviewAnswer notAny(Asker asker) {
    return previews
        .find(asker.workspace(), asker.preview())
        .filter(preview -> asker.agent().equals(preview.agent()))
        .map(_ -> PreviewAnswer.no(PreviewProblem.PREVIEW_OVER))
        .orElse(PreviewAnswer.NOT_FOUND);
  }

  public PreviewAnswer correct(Asker asker, List<Wish> wishes) {
    var answer = database.in(asker.workspace().value(), db -> correct(db, asker, wishes));
    if (answer instanceof PreviewAnswer.Done)
      listeners.forEach(listener -> listener.changed(asker.workspace(), asker.agent()));
    return answer;
  }

  private PreviewAnswer correct(JdbcClient db, Asker asker, List<Wish> wishes) {
    if (previews.locked(db, asker.workspace(), asker.preview()).isEmpty())
      return PreviewAnswer.NOT_FOUND;
    var found = subject(db, asker);
    if (found.isEmpty()) return notAny(asker);
    var of = found.get();
    var known = of.correctable().stream().map(Field::name).collect(Collectors.toSet());
    var named = new HashSet<String>();
    for (var wish : wishes)
      if (!known.contains(wish.field()) || !named.add(wish.field()))
        return PreviewAnswer.no(PreviewProblem.UNKNOWN_FIELD);
    previews.lockRecord(db, asker.workspace(), of.preview());
    return switch (corrections.correct(
        db, asker.workspace(), of.list(), of.preview().record(), wishes)) {
      case Correction.Held _ -> PreviewAnswer.no(PreviewProblem.RECORD_HELD);
      case Correction.Outdated(var fields) ->
          new PreviewAnswer.No(PreviewProblem.RECORD_CHANGED, Map.of("fields", fields));
      case Correction.Refused(var values) ->
          new PreviewAnswer.No(
              PreviewProblem.CORRECTION_REFUSED, Map.of("refused", refused(values)));
      case Correction.Corrected(var now, var changes) -> {
        corrected(db, asker, of, now, named, changes);
        yield PreviewAnswer.DONE;
      }
    };
  }

  /// `field` empty: it is about the record.
  record Refused(String field, String reason) {}

  private static List<Refused> refused(List<RefusedValue> values) {
    return values.stream()
        .map(one -> new Refused(one.field() == null ? "" : one.field(), one.reason().name()))
        .toList();
  }

  private void corrected(
      JdbcClient db,
      Asker asker,
      Subject of,
      CallingRecord now,
      Set<String> named,
      List<Change> changes) {
    var seen = of.preview().seen();
    var fields = of.list().fields();
    if (seen != null)
      events.sees(db, asker.workspace(), of.preview(), seen.with(now, fields, named));
    if (changes.isEmpty()) return;
    var phones = fields.phones();
    for (var change : changes)
      for (int at = 0; at < phones.size(); at++)
        if (phones.get(at).name().equals(change.field()))
          events.renumbered(db, asker.workspace(), of.preview(), at + 1, change);
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    events.corrected(db, asker.workspace(), of.preview(), asker.agent(), changes, at);
    audit.record(
        asker.workspace(),
        asker.agent(),
        "record.corrected",
        of.preview().record().toString(),
        Map.of("fields", changes.stream().map(Change::field).toList()));
  }

  private Optional<Subject> subject(JdbcClient db, Asker asker) {
    var found = previews.find(asker.workspace(), asker.preview());
    if (found.isEmpty() || !isWith(found.get().state(), asker.agent())) return Optional.empty();
    var preview = found.get();
    var campaign = campaigns.find(asker.workspace(), preview.campaign());
    var record =
        records.find(db, asker.workspace(), List.of(preview.record())).stream().findFirst();
    var list = record.flatMap(one -> lists.find(db, asker.workspace(), one.list()));
    if (campaign.isEmpty() || list.isEmpty()) return Optional.empty();
    var seen = preview.seen();
    var shown = seen == null ? record.get() : seen.of(record.get());
    return Optional.of(new Subject(preview, list.get(), shown, fields(list.get(), campaign.get())));
  }

  /// Name and numbers are always shown; the others as the campaign says.
  private static List<Field> fields(CallingList list, Campaign campaign) {
    var shown = campaign.settings().fieldsShown();
    return list.fields().all().stream()
        .filter(field -> field.type().correctable())
        .filter(
            field -> shown.isEmpty() || shown.contains(field.name()) || isAlwaysShown(field.type()))
        .toList();
  }

  private static boolean isAlwaysShown(FieldType type) {
    return type == FieldType.PHONE || type == FieldType.FIRST_NAME || type == FieldType.LAST_NAME;
  }

  private static boolean isWith(PreviewState state, UserId agent) {
    return switch (state) {
      case PreviewState.Reviewing s -> s.agent().equals(agent);
      case PreviewState.Dialing s -> s.agent().equals(agent);
      case PreviewState.Talking s -> s.agent().equals(agent);
      case PreviewState.Deciding s -> s.agent().equals(agent);
      case PreviewState.Queued _, PreviewState.Offered _, PreviewState.Ended _ -> false;
    };
  }
}
