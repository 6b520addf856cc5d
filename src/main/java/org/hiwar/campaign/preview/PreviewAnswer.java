package org.hiwar.campaign.preview;

import java.util.Map;

/// What becomes of an agent's wish.
public sealed interface PreviewAnswer {
  PreviewAnswer DONE = new Done();
  PreviewAnswer NOT_FOUND = new NotFound();

  /// Done, now or by an earlier click.
  record Done() implements PreviewAnswer {}

  /// There is no such preview, or it is another agent's.
  record NotFound() implements PreviewAnswer {}

  /// `more`: what the refusal names beside its code.
  record No(PreviewProblem why, Map<String, Object> more) implements PreviewAnswer {}

  static PreviewAnswer no(PreviewProblem why) {
    return new No(why, Map.of());
  }
}
