package org.hiwar.house;

/// A test says that it proves the requirement `id`.
record Claim(String id, String test, Level level) {}
