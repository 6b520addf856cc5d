package org.hiwar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A channel by an account of ours, with the customer's address on it.
abstract class AccountSide implements Side {
  final ChatWorkspace shop;
  private final String channel;
  private final Noted customer;
  private final AccountId id = new AccountId(TestDatabase.ids().next());

  AccountSide(ChatWorkspace shop, String channel, Noted customer) {
    this.shop = shop;
    this.channel = channel;
    this.customer = customer;
  }

  /// Makes the account, which opens its line.
  final void open(String ours, ServiceId service, Map<String, String> settings) {
    var account =
        new Account(shop.workspace(), id, channel, channel, ours, service, null, settings, true, 1);
    assertThat(store().add(account)).isTrue();
  }

  private static AccountStore store() {
    return RunningHiwar.bean(AccountStore.class);
  }

  final void remove() {
    store().remove(shop.workspace(), id);
  }

  /// Where the provider delivers.
  final URI webhook() {
    return RunningHiwar.uri("/api/webhooks/" + shop.slug() + "/" + id);
  }

  final AccountId id() {
    return id;
  }

  final String customer() {
    return customer.value();
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public Optional<Noted> address() {
    return Optional.of(customer);
  }

  /// As which approved template words go out where anything else does not; null: as they are.
  @Nullable Map<String, Object> template(String words) {
    return null;
  }

  @Override
  public String reach(Reaching agent, JsonNode conversation, String words) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("id", UUID.randomUUID());
    wish.put("conversation", conversation.get("id").asString());
    wish.put("contact", null);
    wish.put("channel", channel);
    wish.put("account", id.toString());
    wish.put("to", customer.value());
    wish.put("text", words);
    wish.put("thread", null);
    wish.put("files", List.of());
    wish.put("service", null);
    wish.put("template", template(words));
    return agent
        .client()
        .send("POST", "/api/messages", wish)
        .ok()
        .body()
        .get("conversation")
        .asString();
  }
}
