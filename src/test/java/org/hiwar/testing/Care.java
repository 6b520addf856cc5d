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

/// Ends the care for the workspaces that a test class has made: a workspace is looked at every few
/// seconds by all that has something to do at a time, and without this those of a thousand tests
/// before would be looked at beside each that follows. Found by JUnit itself (META-INF/services).
public final class Care implements BeforeAllCallback, AfterAllCallback {
  private static final Set<WorkspaceId> OVER = ConcurrentHashMap.newKeySet();

  /// What the classes that this thread runs have made; the innermost first.
  private static final ThreadLocal<Deque<List<WorkspaceId>>> MADE =
      ThreadLocal.withInitial(ArrayDeque::new);

  /// Belongs to the test class that this thread runs now, if it does.
  static void begin(WorkspaceId workspace) {
    var innermost = MADE.get().peek();
    if (innermost != null) innermost.add(workspace);
  }

  static boolean isOver(WorkspaceId workspace) {
    return OVER.contains(workspace);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    MADE.get().push(new ArrayList<>());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    OVER.addAll(MADE.get().pop());
  }
}
