package org.hiwar.messenger.stub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as it stands on the customer's telephone.
///
/// @param id the provider's name for it
/// @param customer whose telephone it is on, a number with `+`
/// @param own whether the customer wrote it
/// @param text what is read; beside a file its caption; empty: none
/// @param file null: none
/// @param place null: none
/// @param tick of one's own message what became of it; of the other side's [Tick#READ] once it was
///     looked at
public record Shown(
    String id,
    String customer,
    boolean own,
    String text,
    @Nullable ShownFile file,
    @Nullable Place place,
    Instant at,
    Tick tick) {

  public boolean seen() {
    return tick == Tick.READ;
  }

  Shown with(Tick changed) {
    return new Shown(id, customer, own, text, file, place, at, changed);
  }
}
