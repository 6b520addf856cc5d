package org.hiwar.app.wiring;

import java.util.Optional;
import org.hiwar.chat.ChatEntry;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.desktop.view.ChatSource;
import org.hiwar.desktop.wire.AccountName;
import org.hiwar.workspace.WorkspaceId;

/// The entries of the web chat, as the desktop names them.
record ChatPages(ChatEntryStore entries) implements ChatSource {
  @Override
  public String channel() {
    return ChatEntry.CHANNEL;
  }

  @Override
  public Optional<AccountName> page(WorkspaceId workspace) {
    return entries.all(workspace).stream()
        .findFirst()
        .map(entry -> new AccountName(entry.id().toString(), entry.name(), entry.slug()));
  }
}
