package org.hiwar.house;

/// One package uses another; both are named below org.hiwar.
record Arrow(String from, String to) {
  @Override
  public String toString() {
    return from + " → " + to;
  }
}
