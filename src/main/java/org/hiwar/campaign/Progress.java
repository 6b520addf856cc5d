package org.hiwar.campaign;

import java.util.List;
import org.hiwar.campaign.rule.Quota;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// How far a campaign has come, counted now.
public record Progress(List<OfList> lists, List<Result> results, List<OfQuota> quotas) {
  public Progress {
    lists = List.copyOf(lists);
    results = List.copyOf(results);
    quotas = List.copyOf(quotas);
  }

  Progress with(List<OfQuota> others) {
    return new Progress(lists, results, others);
  }

  /// Successes of the enabled list that count for a quota, in the order of the settings.
  public record OfQuota(Quota quota, int successes) {}

  /// @param remaining may still be called, now or later: those that wait, are rescheduled and are
  ///     handed out among them
  /// @param completed are finished here, with whatever result
  /// @param attempts calls that were begun
  public record OfList(
      ListId list,
      long total,
      long remaining,
      long waiting,
      long rescheduled,
      long handedOut,
      long completed,
      long attempts) {}

  /// Records by the newest result: of a disposition, or where no agent gave one by `code` (EXPIRED,
  /// DO_NOT_CALL, …). Both null: nothing has come of them yet.
  public record Result(
      @Nullable DispositionId disposition,
      @Nullable String code,
      boolean completed,
      long records) {}
}
