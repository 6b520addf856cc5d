package org.hiwar.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who wrote, as the channel knows it.
///
/// @param address where answers go to; its trust says how far it is proved (decision 23)
/// @param also other addresses of the same person that come with the same proof, such as the number
///     behind the identity in a messenger
/// @param name as they call themselves; null: not said
/// @param language (ar, en…) null: not known
public record Sender(
    Address address, List<Address> also, @Nullable String name, @Nullable String language) {
  public Sender {
    also = List.copyOf(also);
  }

  public static Sender of(Address address, @Nullable String name) {
    return new Sender(address, List.of(), name, null);
  }
}
