package org.hiwar.campaign;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hiwar.campaign.rule.Quota;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Whether quotas fit the lists and results that there are.
@Component
public class QuotaFit {
  private final ListFields lists;
  private final DispositionStore dispositions;

  public QuotaFit(ListFields lists, DispositionStore dispositions) {
    this.lists = lists;
    this.dispositions = dispositions;
  }

  /// What is wrong about them with these lists; fields are looked for in the enabled one, when
  /// there is one.
  public Set<Diagnosis> wrong(WorkspaceId workspace, Quotas quotas, List<BoundList> bound) {
    var found = EnumSet.noneOf(Diagnosis.class);
    if (quotas.areNone()) return found;
    var enabled = bound.stream().filter(BoundList::enabled).map(BoundList::list).toList();
    if (enabled.size() > 1) found.add(Diagnosis.QUOTAS_OF_SEVERAL_LISTS);
    if (!results(workspace, quotas)) found.add(Diagnosis.QUOTA_RESULT_UNKNOWN);
    for (var list : enabled)
      if (!lists
          .known(workspace, list)
          .map(fields -> fields.containsAll(quotas.fields()))
          .orElse(true)) found.add(Diagnosis.QUOTA_FIELD_UNKNOWN);
    return found;
  }

  private boolean results(WorkspaceId workspace, Quotas quotas) {
    var successes =
        dispositions.all(workspace).stream()
            .filter(one -> one.kind() == Disposition.Kind.SUCCESS)
            .map(Disposition::id)
            .toList();
    return quotas.quotas().stream()
        .map(one -> one instanceof Quota.OfDisposition of ? of.disposition() : null)
        .filter(Objects::nonNull)
        .allMatch(successes::contains);
  }
}
