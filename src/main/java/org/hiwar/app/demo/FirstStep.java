package org.hiwar.app.demo;

/// What a start does about workspaces.
sealed interface FirstStep {
  /// There are some already.
  record Nothing() implements FirstStep {}

  record CreateDemo() implements FirstStep {}

  /// A workspace of one's own with one administrator.
  record CreateFirst(String administratorPassword) implements FirstStep {
    @Override
    public String toString() {
      return "CreateFirst"; // never the password
    }
  }

  /// Nobody can log in before a first password is given.
  record AskForPassword() implements FirstStep {}

  /// `password` empty: none was given. A demo is of no use where its published passwords are
  /// refused.
  static FirstStep of(boolean anyWorkspace, boolean demoWanted, boolean exposed, String password) {
    if (anyWorkspace) return new Nothing();
    if (!password.isEmpty()) return new CreateFirst(password);
    return demoWanted && !exposed ? new CreateDemo() : new AskForPassword();
  }
}
