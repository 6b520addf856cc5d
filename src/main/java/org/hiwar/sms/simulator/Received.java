package org.hiwar.sms.simulator;

import java.util.List;

/// A message that was submitted, with all its parts.
///
/// @param from the sender that telephones show
/// @param to the telephone, as it was written
/// @param ids of its parts in their order, as the centre has answered them
public record Received(String from, String to, String text, List<String> ids) {
  public Received {
    ids = List.copyOf(ids);
  }
}
