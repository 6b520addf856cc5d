package org.hiwar.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Which workspaces the running Hiwar looks after by itself: those that a test class has made in
/// it, until that class is over. One that is looked at every few seconds by all that has something
/// to do at a time costs, and those of a thousand tests before would be looked at beside each that
/// follows. One that was made in the database alone belongs to the objects of its test: whoever
/// else took in what waits there would take it away from them. Found by JUnit itself
/// (META-INF/services).
public final class Care implements BeforeAllCallback, AfterAllCallback {
  private static final Set<WorkspaceId> ALONE = ConcurrentHashMap.newKeySet();

  /// What the classes that this thread runs have made; the innermost first.
  private static final ThreadLocal<Deque<List<WorkspaceId>>> MADE =
      ThreadLocal.withInitial(ArrayDeque::new);

  /// Is never looked after.
  static void leaveAlone(WorkspaceId workspace) {
    ALONE.add(workspace);
  }

  /// Belongs to the test class that this thread runs now, if it does.
  static void begin(WorkspaceId workspace) {
    var innermost = MADE.get().peek();
    if (innermost != null) innermost.add(workspace);
  }

  static boolean isLeftAlone(WorkspaceId workspace) {
    return ALONE.contains(workspace);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    MADE.get().push(new ArrayList<>());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ALONE.addAll(MADE.get().pop());
  }
}
