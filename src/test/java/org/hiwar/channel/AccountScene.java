package org.hiwar.channel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.channel.postcard.PostcardChannel;
import org.hiwar.platform.secret.SecretBox;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// A workspace with a service, and what keeps accounts of postcards in it.
final class AccountScene {
  final PostcardChannel postcards = new PostcardChannel();
  final WorkspaceId workspace = TestDatabase.freshWorkspace();
  final ServiceId service = new ServiceId(TestDatabase.ids().next());
  final Channels channels =
      new Channels(
          new StaticListableBeanFactory(Map.of("postcard", postcards))
              .getBeanProvider(Channel.class));
  final AccountStore accounts = store(new byte[32]);

  AccountScene() {
    var some = Duration.ofMinutes(1);
    new ServiceStore(TestDatabase.database())
        .add(
            workspace,
            new Service(
                service,
                "Post",
                Medium.CHAT,
                false,
                some,
                some,
                some,
                false,
                some,
                some,
                some,
                some,
                false));
  }

  /// As another process with this key has it.
  AccountStore store(byte[] key) {
    var box = new SecretBox(() -> new SecretKeySpec(key, "AES"), new SecureRandom());
    return new AccountStore(
        TestDatabase.database(), new AccountSettings(channels, box), Clock.systemUTC());
  }

  Account account(String address, String host) {
    return new Account(
        workspace,
        new AccountId(TestDatabase.ids().next()),
        PostcardChannel.NAME,
        "Post office " + address,
        address,
        service,
        "ar",
        Map.of("host", host, "code", "olive-tree"),
        true,
        1);
  }

  Account added(String address, String host) {
    var account = account(address, host);
    if (!accounts.add(account)) throw new AssertionError(address);
    return account;
  }

  static Account enabled(Account account, boolean enabled) {
    return new Account(
        account.workspace(),
        account.id(),
        account.channel(),
        account.name(),
        account.address(),
        account.service(),
        account.language(),
        account.settings(),
        enabled,
        account.version());
  }

  static Account withHost(Account account, String host, long version) {
    return new Account(
        account.workspace(),
        account.id(),
        account.channel(),
        account.name(),
        account.address(),
        account.service(),
        account.language(),
        Map.of("host", host, "code", "olive-tree"),
        account.enabled(),
        version);
  }
}
