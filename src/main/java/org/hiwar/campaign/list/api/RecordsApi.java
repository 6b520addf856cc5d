package org.hiwar.campaign.list.api;

import java.time.Instant;
import java.util.List;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.list.RecordQuery;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The records of a list.
@RestController
@RequestMapping("/api/lists/{list}/records")
@Requires(Privilege.MANAGE_CAMPAIGNS)
class RecordsApi {
  private final ListStore lists;
  private final RecordStore records;

  RecordsApi(ListStore lists, RecordStore records) {
    this.lists = lists;
    this.records = records;
  }

  /// `fields` in the order of the list, without those that are empty.
  record CallingRecordView(
      RecordId id,
      String name,
      List<RecordNumber> numbers,
      List<CallingRecord.ShownField> fields,
      @Nullable Instant expiresAt,
      Instant insertedAt) {}

  /// `next` null: this is the last page; else what `after` is for the one behind it.
  record CallingRecordPage(List<CallingRecordView> items, @Nullable String next) {}

  /// Records in the order in which they came, those that have all words of `query`, or the number.
  @GetMapping
  CallingRecordPage page(
      CurrentUser user,
      @PathVariable ListId list,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "0") long after) {
    var of = lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
    var page = records.page(user.workspace(), of, RecordQuery.of(query, of.region()), after);
    return new CallingRecordPage(
        page.stream().map(record -> view(record, of)).toList(),
        page.size() < ListLimits.PAGE ? null : Long.toString(page.getLast().position()));
  }

  @GetMapping("/{record}")
  CallingRecordView one(
      CurrentUser user, @PathVariable ListId list, @PathVariable RecordId record) {
    var of = lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
    return records
        .find(user.workspace(), record)
        .filter(found -> found.list().equals(list))
        .map(found -> view(found, of))
        .orElseThrow(Refusal::notFound);
  }

  private static CallingRecordView view(CallingRecord record, CallingList of) {
    return new CallingRecordView(
        record.id(),
        record.customerName(),
        record.numbers(),
        record.shown(of.fields()),
        record.expiresAt(),
        record.insertedAt());
  }
}
