package org.hiwar.sms.smpp;

import java.util.Optional;
import org.hiwar.sms.text.Part;

/// What a message centre has delivered.
sealed interface Delivered {
  /// A message of a customer, or a part of one.
  ///
  /// @param from normalised where it is a number
  record Text(String from, Optional<Part> part, Coded content) implements Delivered {}

  /// What became of a message that we sent; `id` is the centre's name for it.
  record News(String id, Fate fate) implements Delivered {}

  /// Neither.
  ///
  /// @param code as [org.hiwar.channel.Reading.Aside] has it
  record Strange(String code, String detail) implements Delivered {}
}
