package org.hiwar.voice.line;

import org.hiwar.voice.call.RecordingRules.Rule;
import org.jspecify.annotations.Nullable;

/// What a service does with calls.
///
/// @param callerId the number that it shows when it calls, one of the workspace's own; null: the
///     trunk shows its own
public record ServiceVoice(@Nullable PhoneNumberId callerId, Rule recording) {
  /// Until an administrator says something else.
  public static final ServiceVoice USUAL = new ServiceVoice(null, Rule.ANNOUNCED);
}
