package org.hiwar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hiwar.bench.MessagesBench.Length;
import org.hiwar.bench.calls.CallsBench;
import org.hiwar.bench.calls.CallsLength;
import org.hiwar.bench.calls.CallsPart;
import org.hiwar.bench.channels.ChannelsBench;
import org.hiwar.bench.channels.ChannelsPart;
import org.hiwar.bench.channels.ChannelsSize;
import org.hiwar.bench.contacts.ContactsBench;
import org.hiwar.bench.contacts.ContactsPart;
import org.hiwar.bench.contacts.ContactsSize;
import org.hiwar.bench.desktop.DesktopBench;
import org.hiwar.bench.desktop.DesktopPart;
import org.hiwar.bench.desktop.DesktopSize;
import org.hiwar.bench.records.RecordsBench;
import org.hiwar.bench.records.RecordsPart;
import org.hiwar.bench.records.RecordsSize;
import org.hiwar.floor.FloorBench;

/// What `bench/run` runs: measures the parts it is told, one after the other, and writes
/// bench/results as figures come. A trial (`try`) does everything shortly, prints what it saw and
/// writes nothing. What fails in one part is said, and the next one is begun.
public final class Bench {
  private static final Aim IN_MEMORY = Aim.atLeast(500_000);
  private static final Aim COMMITTED = Aim.atLeast(20_000);

  private enum Part {
    FLOOR,
    MESSAGES,
    OFFER,
    CONNECTIONS,
    CALLS,
    RECORDS,
    CHANNELS,
    CONTACTS,
    DESKTOP,
    START
  }

  private final double load = Machine.load();
  private final boolean trial;
  private final Set<CallsPart> ofCalls;
  private final Set<RecordsPart> ofRecords;
  private final Set<ChannelsPart> ofChannels;
  private final Set<ContactsPart> ofContacts;
  private final Set<DesktopPart> ofDesktop;
  private final RecordsSize size;
  private final ContactsSize contacts;

  private Bench(List<String> words) {
    trial = words.contains("try");
    ofCalls = allOrNamed(CallsPart.values(), words);
    ofRecords = allOrNamed(RecordsPart.values(), words);
    ofChannels = allOrNamed(ChannelsPart.values(), words);
    ofContacts = allOrNamed(ContactsPart.values(), words);
    ofDesktop = allOrNamed(DesktopPart.values(), words);
    var many = words.stream().filter(Bench::isNumber).findFirst().map(Integer::parseInt);
    var usual = trial ? RecordsSize.TRIAL : RecordsSize.WHOLE;
    size = many.map(usual::of).orElse(usual);
    var customers = trial ? ContactsSize.TRIAL : ContactsSize.WHOLE;
    contacts = many.map(customers::of).orElse(customers);
  }

  /// Arguments: parts, or `all`; parts of calls, records, channels, contacts and the desktop after
  /// these words, and a number after `records` or `contacts`: so many; `try` among them for a
  /// trial. However it ends, what it has started ends with it.
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(Bench::endAllThatIsLeft));
    int code = 1;
    try {
      if (measure(List.of(arguments))) code = 0;
    } catch (Exception e) {
      e.printStackTrace();
    }
    System.exit(code); // clients of many sockets leave threads behind
  }

  private static void endAllThatIsLeft() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /// Whether all was measured.
  private static boolean measure(List<String> words) throws IOException {
    var parts = named(Part.values(), words);
    requireKnown(words, parts);
    var bench = new Bench(words);
    boolean whole = true;
    for (var part : words.contains("all") ? EnumSet.allOf(Part.class) : parts)
      whole &= bench.timed(part);
    return whole;
  }

  private static void requireKnown(List<String> words, Set<Part> parts) {
    var known = new ArrayList<>(List.of("try", "all"));
    parts.forEach(part -> known.add(word(part)));
    if (parts.contains(Part.CALLS))
      named(CallsPart.values(), words).forEach(part -> known.add(word(part)));
    if (parts.contains(Part.CHANNELS))
      named(ChannelsPart.values(), words).forEach(part -> known.add(word(part)));
    if (parts.contains(Part.RECORDS))
      named(RecordsPart.values(), words).forEach(part -> known.add(word(part)));
    if (parts.contains(Part.CONTACTS))
      named(ContactsPart.values(), words).forEach(part -> known.add(word(part)));
    if (parts.contains(Part.DESKTOP))
      named(DesktopPart.values(), words).forEach(part -> known.add(word(part)));
    if (parts.contains(Part.RECORDS) || parts.contains(Part.CONTACTS))
      words.stream().filter(Bench::isNumber).limit(1).forEach(known::add);
    var unknown = words.stream().filter(word -> !known.contains(word)).toList();
    if (!unknown.isEmpty())
      throw new IllegalArgumentException(
          "There is no part "
              + unknown
              + "; there are "
              + Arrays.stream(Part.values()).map(Bench::word).toList()
              + " and all, after calls "
              + Arrays.stream(CallsPart.values()).map(Bench::word).toList()
              + ", after records "
              + Arrays.stream(RecordsPart.values()).map(Bench::word).toList()
              + " and how many, after channels "
              + Arrays.stream(ChannelsPart.values()).map(Bench::word).toList()
              + ", after contacts "
              + Arrays.stream(ContactsPart.values()).map(Bench::word).toList()
              + " and how many, after desktop "
              + Arrays.stream(DesktopPart.values()).map(Bench::word).toList());
  }

  private static boolean isNumber(String word) {
    return word.matches("[1-9][0-9]{2,7}");
  }

  private static <E extends Enum<E>> EnumSet<E> allOrNamed(E[] all, List<String> words) {
    var named = named(all, words);
    return named.isEmpty() ? EnumSet.allOf(all[0].getDeclaringClass()) : named;
  }

  private static <E extends Enum<E>> EnumSet<E> named(E[] all, List<String> words) {
    var named = EnumSet.noneOf(all[0].getDeclaringClass());
    for (var one : all) if (words.contains(word(one))) named.add(one);
    return named;
  }

  /// As it is typed.
  private static String word(Enum<?> part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean timed(Part part) throws IOException {
    long from = System.nanoTime();
    boolean whole = measure(part);
    System.out.printf("%s took %.0f s%n", word(part), (System.nanoTime() - from) / 1e9);
    return whole;
  }

  private boolean measure(Part part) throws IOException {
    if (part == Part.CALLS) return calls();
    if (part == Part.RECORDS) return records();
    if (part == Part.CHANNELS) return channels();
    if (part == Part.CONTACTS) return contacts();
    if (part == Part.DESKTOP) return desktop();
    var sheet = sheet(word(part), peers(part));
    try {
      sheet.add(figures(part));
    } catch (Exception e) {
      sheet.missing(word(part), e);
    }
    return sheet.finish();
  }

  private Sheet sheet(String benchmark, Map<String, String> peers) {
    Optional<Path> folder = trial ? Optional.empty() : Optional.of(Results.FOLDER);
    return new Sheet(benchmark, load, peers, folder);
  }

  private boolean calls() throws IOException {
    var bench = new CallsBench(trial ? CallsLength.TRIAL : CallsLength.WHOLE);
    for (var part : ofCalls)
      bench.wanted(part, sheet("calls-" + word(part), CallsBench.peers(part)));
    return bench.run();
  }

  private boolean records() throws IOException {
    var bench = new RecordsBench(size);
    for (var part : ofRecords) bench.wanted(part, sheet("records-" + word(part), Map.of()));
    return bench.run();
  }

  private boolean channels() throws IOException {
    var bench = new ChannelsBench(trial ? ChannelsSize.TRIAL : ChannelsSize.WHOLE);
    for (var part : ofChannels) bench.wanted(part, sheet("channels-" + word(part), Map.of()));
    return bench.run();
  }

  private boolean contacts() throws IOException {
    var bench = new ContactsBench(contacts);
    for (var part : ofContacts) bench.wanted(part, sheet("contacts-" + word(part), Map.of()));
    return bench.run();
  }

  private boolean desktop() throws IOException {
    var bench = new DesktopBench(trial ? DesktopSize.TRIAL : DesktopSize.WHOLE);
    for (var part : ofDesktop) bench.wanted(part, sheet("desktop-" + word(part), Map.of()));
    return bench.run();
  }

  private static Map<String, String> peers(Part part) throws IOException {
    return switch (part) {
      case MESSAGES, CONNECTIONS -> Peers.versions();
      case FLOOR, OFFER, START, CALLS, RECORDS, CHANNELS, CONTACTS, DESKTOP -> Map.of();
    };
  }

  private List<Figure> figures(Part part) throws Exception {
    int repetitions = trial ? 1 : 3;
    return switch (part) {
      case FLOOR -> floor(repetitions, Duration.ofSeconds(trial ? 1 : 2));
      case MESSAGES -> MessagesBench.all(trial ? new Length(10, 3, 1) : new Length(20, 8, 3));
      case OFFER -> offers(trial ? 3 : 15, repetitions);
      case CONNECTIONS ->
          ConnectionsBench.run(trial ? 400 : ConnectionsBench.CONNECTIONS, repetitions);
      case START -> StartBench.run(repetitions);
      case CALLS, RECORDS, CHANNELS, CONTACTS, DESKTOP ->
          throw new IllegalArgumentException(part + " has parts of its own");
    };
  }

  private static List<Figure> floor(int repetitions, Duration each) throws Exception {
    var figures = new ArrayList<Figure>();
    for (var figure : FloorBench.inMemory(repetitions, each))
      figures.add(figure.aimingAt(IN_MEMORY));
    for (var figure : FloorBench.committed(repetitions, each))
      figures.add(figure.aimingAt(COMMITTED));
    return figures;
  }

  private static List<Figure> offers(double seconds, int repetitions) throws Exception {
    try (var bench = new OffersBench()) {
      return bench.run(seconds, repetitions);
    }
  }
}
