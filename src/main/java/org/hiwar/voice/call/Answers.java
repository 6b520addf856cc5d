package org.hiwar.voice.call;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what the thread of a call answers.
final class Answers {
  private Answers() {}

  /// @param none where there is no answer: a call that ends meanwhile answers nothing any more
  static <T> T of(Future<T> answer, T none) {
    try {
      return answer.get(CallLimits.ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      return none;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return none;
    }
  }
}
