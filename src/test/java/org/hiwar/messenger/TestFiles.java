package org.hiwar.messenger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Files of customers, for what has none.
public final class TestFiles {
  private TestFiles() {}

  public static MessengerFiles none() {
    return new MessengerFiles(
        new FileStore(TestDatabase.database()),
        new Attachments(
            new AttachmentStore(TestDatabase.database()),
            Path.of("target", "no-files"),
            TestDatabase.ids(),
            Clock.systemUTC()),
        new NoAccounts(),
        new StaticListableBeanFactory().getBeanProvider(Fetching.class),
        Clock.systemUTC());
  }

  private record NoAccounts() implements Accounts {
    @Override
    public Optional<Account> find(WorkspaceId workspace, AccountId id) {
      return Optional.empty();
    }

    @Override
    public List<Account> all(WorkspaceId workspace) {
      return List.of();
    }
  }
}
