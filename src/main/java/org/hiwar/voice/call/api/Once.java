package org.hiwar.voice.call.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.hiwar.voice.call.CallLimits;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does what a request asks for once, also when the request is sent again: the second is answered
/// as the first. The last requests of this process are remembered; what failed is not.
@Component
class Once {
  private final Map<Name, CompletableFuture<Object>> done =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, CompletableFuture<Object>> eldest) {
          return size() > CallLimits.REMEMBERED;
        }
      };

  private record Name(CurrentUser user, UUID key, String what) {}

  /// @param key of the request; null: it is not repeated
  <T> T ask(CurrentUser user, @Nullable UUID key, Class<T> kind, Supplier<T> what) {
    if (key == null) return what.get();
    var name = new Name(user, key, kind.getName());
    var mine = new CompletableFuture<Object>();
    CompletableFuture<Object> before;
    synchronized (done) {
      before = done.putIfAbsent(name, mine);
    }
    return kind.cast(before == null ? first(name, mine, what) : result(before));
  }

  private <T> Object first(Name name, CompletableFuture<Object> mine, Supplier<T> what) {
    try {
      Object result = what.get();
      mine.complete(result);
      return result;
    } catch (RuntimeException e) {
      synchronized (done) {
        done.remove(name);
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Object result(CompletableFuture<Object> before) {
    try {
      return before.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }
}
