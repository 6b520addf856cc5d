package org.hiwar.workspace;

import org.jspecify.annotations.Nullable;

/// The result an agent gives a finished interaction. Without a `service` it may be given in every
/// one.
///
/// `code` names a result that Hiwar itself brings (`RESOLVED`), which screens translate; a `name`
/// that a workspace set goes before it. At least one of the two is there. `last`: the matter is
/// closed with it.
public record Disposition(
    DispositionId id,
    @Nullable ServiceId service,
    @Nullable String code,
    @Nullable String name,
    Kind kind,
    boolean last,
    int position) {

  public enum Kind {
    SUCCESS,
    FAILURE,
    CONTINUE,
    SPAM,
    DO_NOT_CALL,
    SYSTEM
  }
}
