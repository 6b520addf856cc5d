package org.hiwar.campaign.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hiwar.campaign.preview.RecordsSeeds.Lived;
import org.hiwar.campaign.preview.Witness.Seen;

/// Prints what happened in a long run, and which planted fault which seed found.
final class RecordsPrint {
  private static final String HEAD =
      """
      # The simulation of records

      Printed by `RecordsSimulationTest` (`mvn test -Dtest=RecordsSimulationTest -Dseeds=100000 -Dwrite`).

      A life is one or two campaigns with rules of their own, two lists, four agents, and customers in Berlin, New York, Beirut, Cairo and on Lord Howe, a few hours around an instant at which one of their clocks is moved. It is made from a seed, and can be lived again. What runs in it is the real hand-out (`Hopper`, `PreviewGuard`, `PreviewParts`, `Previews`, `Dialling`, `Settlement`, `PreviewKeeper`), the real rules (`campaign.rule`) and the real floor, core and shell; the clock, telephony and the rows are simulated. The statements of the stores have a model in memory, and the first seeds leave the same rows, down to the last column, at every look in PostgreSQL by the statements themselves.

      Agents work, hesitate, click twice and from two tabs, lose connection and telephone, and vanish; customers answer, are busy, hang up; imports bring records, change and take them; operators stop, start and set other rules and hours; numbers come on do-not-call lists; quotas are met, in calls and without; transactions fail before their commit or after it; processes die anywhere and begin anew; others come between any two transactions.

      `Witness` looks at every transaction that commits, with arithmetic of its own (`Law`: seconds and offsets, counts over the attempts and results): no record with two agents and none in no hand, no call or offer outside the hours of its zone, on a holiday, above its limits, on a do-not-call list, expired or stopped, or of a kind of which enough have said yes, no step that the state machine does not have, no record ended that may be called one day, nothing answered that is not stored; and in the end everything has come to its end.
      """;

  private RecordsPrint() {}

  static void write(Lived lived) {
    var text = new StringBuilder(HEAD);
    text.append("\n## A run\n\n| What | How often |\n|---|---:|\n");
    line(text, "Lives (seeds from 0)", lived.seeds());
    line(text, "Things that were done", lived.commands());
    line(text, "Processes that died or were begun anew", lived.crashes());
    line(text, "Transactions that failed, before or after their commit", lived.failures());
    line(text, "Imports, stops, starts, other rules, new do-not-call entries", lived.changes());
    line(text, "Clocks of customers that were moved", lived.clocksMoved());
    for (var what : Seen.values()) line(text, name(what), lived.seen().getOrDefault(what, 0L));
    line(text, "**Rules that were broken**", 0);
    text.append(
        "\n## Planted faults\n\nEach is made on purpose, and the ordinary seeds find it.\n\n");
    text.append("| Fault | Found by seed |\n|---|---:|\n");
    for (var fault : RecordFault.values())
      if (fault != RecordFault.NONE) line(text, name(fault), RecordsSeeds.finds(fault));
    try {
      Files.writeString(Path.of("docs/simulation-of-records.md"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(StringBuilder text, String what, long often) {
    text.append(String.format(Locale.ROOT, "| %s | %,d |\n", what, often));
  }

  private static String name(Enum<?> of) {
    var words = of.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
