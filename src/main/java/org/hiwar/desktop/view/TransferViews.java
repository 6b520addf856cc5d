package org.hiwar.desktop.view;

import java.util.List;
import org.hiwar.conversation.Transfer;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.TransferView;
import org.hiwar.workspace.WorkspaceId;

/// That interactions were given away, as it is shown.
final class TransferViews {
  private TransferViews() {}

  static List<TransferView> of(WorkspaceId workspace, List<Transfer> transfers, Catalogs catalogs) {
    return transfers.stream().map(one -> of(workspace, one, catalogs)).toList();
  }

  private static TransferView of(WorkspaceId workspace, Transfer transfer, Catalogs catalogs) {
    var service = transfer.service();
    var colleague = transfer.colleague();
    return new TransferView(
        Named.of(transfer.agent(), catalogs.name(workspace, transfer.agent())),
        transfer.at(),
        service == null ? null : catalogs.of(workspace).service(service),
        colleague == null ? null : Named.of(colleague, catalogs.name(workspace, colleague)),
        transfer.note(),
        transfer.returnedAt());
  }
}
