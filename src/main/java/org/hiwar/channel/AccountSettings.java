package org.hiwar.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.hiwar.platform.secret.SecretBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The settings of an account as the database has them: a text by its name, and in place of a
/// secret `{"sealed": …}`, which opens with the key of this installation and for this account and
/// setting alone.
@Component
class AccountSettings {
  private static final Logger LOG = LoggerFactory.getLogger(AccountSettings.class);
  private static final String SEALED = "sealed";

  private final Channels channels;
  private final SecretBox box;
  private final JsonMapper json = JsonMapper.shared();
  /// What was said already: accounts are read again every few seconds.
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  AccountSettings(Channels channels, SecretBox box) {
    this.channels = channels;
    this.box = box;
  }

  String sealed(Account account) {
    return written(account, (_, _) -> true);
  }

  /// What may stay when the account is gone.
  String withoutSecrets(Account account) {
    return written(account, (channel, setting) -> !channels.isSecret(channel, setting));
  }

  private String written(Account account, BiPredicate<String, String> kept) {
    var all = new LinkedHashMap<String, Object>();
    account
        .settings()
        .forEach(
            (name, text) -> {
              if (kept.test(account.channel(), name)) all.put(name, stored(account, name, text));
            });
    return json.writeValueAsString(all);
  }

  private Object stored(Account account, String name, String text) {
    if (!channels.isSecret(account.channel(), name)) return text;
    return Map.of(SEALED, box.seal(place(account.id(), name), text));
  }

  /// A secret that does not open is as one that is not set: the account says so when it is tried.
  Map<String, String> opened(AccountId account, String stored) {
    var opened = new LinkedHashMap<String, String>();
    for (var setting : json.readTree(stored).properties()) {
      var name = setting.getKey();
      var value = setting.getValue();
      if (!value.isObject()) opened.put(name, value.asString());
      else
        box.open(place(account, name), value.path(SEALED).asString())
            .ifPresentOrElse(text -> opened.put(name, text), () -> cannotOpen(account, name));
    }
    return opened;
  }

  private void cannotOpen(AccountId account, String name) {
    if (said.add(place(account, name)))
      LOG.warn("The setting {} of account {} was sealed with another key", name, account);
  }

  private static String place(AccountId account, String name) {
    return account + " " + name;
  }
}
