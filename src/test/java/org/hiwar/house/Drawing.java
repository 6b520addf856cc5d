package org.hiwar.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The package graph as ARCHITECTURE.md draws it: one row per package, highest first, with what it
/// uses.
record Drawing(Map<String, Set<String>> uses) {
  private static final Pattern ROW =
      Pattern.compile("(?: {2,}[A-Z]+)? {2,}([a-z]+)(?: +→ ([a-z ]+))?");

  /// Reads the first drawing of the document.
  static Drawing in(String document) {
    var rows = new LinkedHashMap<String, Set<String>>();
    document
        .lines()
        .dropWhile(line -> !line.equals("```text"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .map(line -> ROW.matcher(line.stripTrailing()))
        .filter(row -> row.matches())
        .forEach(
            row ->
                rows.put(
                    row.group(1),
                    row.group(2) == null ? Set.of() : Set.of(row.group(2).split(" "))));
    return new Drawing(rows);
  }

  Set<String> packages() {
    return uses.keySet();
  }

  Stream<Arrow> arrows() {
    return uses.entrySet().stream()
        .flatMap(row -> row.getValue().stream().map(to -> new Arrow(row.getKey(), to)));
  }

  /// Arrows to the same row or one above it. Without any there is no cycle.
  List<Arrow> notPointingDown() {
    var order = List.copyOf(packages());
    return arrows()
        .filter(arrow -> order.indexOf(arrow.to()) <= order.indexOf(arrow.from()))
        .toList();
  }
}
