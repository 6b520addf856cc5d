package org.hiwar.desktop.wire;

/// Something with a name that the workspace gave it: a service, a team, a user.
public record Named(String id, String name) {
  public static Named of(Object id, String name) {
    return new Named(id.toString(), name);
  }
}
