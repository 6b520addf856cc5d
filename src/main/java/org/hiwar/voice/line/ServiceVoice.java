package org.hiwar.voice.line;

import org.hiwar.voice.call.QueueRules;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.jspecify.annotations.Nullable;

/// What a service does with calls.
///
/// @param callerId the number that it shows when it calls, one of the workspace's own; null: the
///     trunk shows its own
/// @param queue what its callers are told while they wait
public record ServiceVoice(
    @Nullable PhoneNumberId callerId, Rule recording, QueueRules.Rule queue) {
  /// Until an administrator says something else.
  public static final ServiceVoice USUAL = new ServiceVoice(null, Rule.ANNOUNCED);

  /// One whose callers hear music alone while they wait.
  public ServiceVoice(@Nullable PhoneNumberId callerId, Rule recording) {
    this(callerId, recording, QueueRules.Rule.USUAL);
  }
}
