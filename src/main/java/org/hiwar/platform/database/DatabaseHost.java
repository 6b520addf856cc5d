package org.hiwar.platform.database;

/// The PostgreSQL that this installation uses: one of its own or one that the settings name.
public interface DatabaseHost extends AutoCloseable {
  DatabaseAccess access();

  /// One line for the person who starts it.
  String description();

  @Override
  void close();
}
