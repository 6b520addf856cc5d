package org.hiwar.conversation;

import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Who wrote a message; `id` is the agent, null for customers and the system.
public record Author(AuthorKind kind, @Nullable UserId id) {
  public static final Author CUSTOMER = new Author(AuthorKind.CUSTOMER, null);
  public static final Author SYSTEM = new Author(AuthorKind.SYSTEM, null);

  public Author {
    if ((kind == AuthorKind.AGENT) != (id != null))
      throw new IllegalArgumentException("an agent, and only an agent, has an id");
  }

  public static Author agent(UserId agent) {
    return new Author(AuthorKind.AGENT, agent);
  }
}
