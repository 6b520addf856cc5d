package org.hiwar.house;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hiwar.house.Line.Kind;

/// The requirements beside the tests that claim them.
record Proof(List<Line> lines, List<Claim> claims) {
  /// Claims of ids that no line has, as `id, test`.
  List<String> unknown() {
    var known = lines.stream().map(Line::id).collect(Collectors.toSet());
    return claims.stream()
        .filter(claim -> !known.contains(claim.id()))
        .map(claim -> claim.id() + ", " + claim.test())
        .toList();
  }

  /// Ids of lines that the customer's page states and that only unit tests claim: what a customer
  /// is promised has to be seen from outside, or at least across many seeds.
  List<String> statedButOnlyUnitTested() {
    return lines.stream()
        .filter(line -> line.kind() == Kind.STATED)
        .filter(line -> !claimsOf(line).isEmpty() && highest(claimsOf(line)) == Level.UNIT)
        .map(Line::id)
        .toList();
  }

  /// The text of docs/requirements.md.
  String printed() {
    return """
    # Requirements and their tests

    Printed from [spec/requirements.md](spec/requirements.md) and the tests; do not edit, but run
    `mvn test -Dtest=RequirementsTest -Dwrite`.

    A line without a test is not claimed. D: stated by the customer's page, I: implied. The level is the highest that a test of the line has: browser, api, simulation, unit.

    %s

    | Id | Kind | Requirement | Tests | Level |
    |---|---|---|---|---|
    %s
    """
        .formatted(
            sum("S0") + "\n" + sum("S2"), lines.stream().map(this::row).collect(joining("\n")));
  }

  /// How many lines of one page are claimed, for example `- S0: 12 of 89 lines have a test; of 38
  /// stated ones 10`.
  private String sum(String page) {
    var own = lines.stream().filter(line -> line.id().startsWith(page + "-")).toList();
    var stated = own.stream().filter(line -> line.kind() == Kind.STATED).toList();
    return "- %s: %d of %d lines have a test; %d of the %d stated ones."
        .formatted(page, claimed(own), own.size(), claimed(stated), stated.size());
  }

  private long claimed(List<Line> some) {
    return some.stream().filter(line -> !claimsOf(line).isEmpty()).count();
  }

  private String row(Line line) {
    var own = claimsOf(line);
    var level = own.isEmpty() ? "" : highest(own).tag;
    return "| %s | %s | %s | %s | %s |"
        .formatted(line.id(), line.kind().letter, line.text(), tests(own), level);
  }

  private static String tests(List<Claim> own) {
    return own.stream()
        .map(claim -> "`" + claim.test() + "`")
        .sorted()
        .distinct()
        .collect(joining("<br>"));
  }

  private List<Claim> claimsOf(Line line) {
    return claims.stream().filter(claim -> claim.id().equals(line.id())).toList();
  }

  private static Level highest(List<Claim> some) {
    return some.stream().map(Claim::level).max(Comparator.naturalOrder()).orElseThrow();
  }
}
