package org.hiwar.channel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Every kind of channel there is: whoever implements [Channel] is found by itself.
@Component
public class Channels {
  private final ObjectProvider<Channel> found;

  /// They are asked for when somebody looks, as they may need what needs this.
  public Channels(ObjectProvider<Channel> found) {
    this.found = found;
  }

  /// By name.
  public List<Channel> all() {
    return found.stream().sorted(Comparator.comparing(Channel::name)).toList();
  }

  public Optional<Channel> find(String name) {
    return found.stream().filter(channel -> channel.name().equals(name)).findFirst();
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
