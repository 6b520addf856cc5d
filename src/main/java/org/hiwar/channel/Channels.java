package org.hiwar.channel;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Every kind of channel there is: whoever implements [Channel] is found by itself.
@Component
public class Channels {
  private final Supplier<SortedMap<String, Channel>> byName;

  /// They are asked for when somebody looks first, as they may need what needs this, and then
  /// remembered: to ask for them takes as long as all else that is done for a webhook.
  public Channels(ObjectProvider<Channel> found) {
    byName = SingletonSupplier.of(() -> named(found));
  }

  private static SortedMap<String, Channel> named(ObjectProvider<Channel> found) {
    var all = new TreeMap<String, Channel>();
    found.stream().forEach(channel -> all.put(channel.name(), channel));
    return Collections.unmodifiableSortedMap(all);
  }

  private SortedMap<String, Channel> known() {
    return Objects.requireNonNull(byName.get());
  }

  /// By name.
  public List<Channel> all() {
    return List.copyOf(known().values());
  }

  public Optional<Channel> find(String name) {
    return Optional.ofNullable(known().get(name));
  }

  /// Whether a setting of a channel is a secret. One that the channel does not know of any more
  /// counts as one.
  boolean isSecret(String channel, String setting) {
    return find(channel).stream()
        .flatMap(one -> one.settings().stream())
        .filter(one -> one.name().equals(setting))
        .findFirst()
        .map(one -> one.kind() == Setting.Kind.SECRET)
        .orElse(true);
  }
}
