package org.hiwar.bench.calls;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.bench.Sheet;

/// Everything that is measured of calls: what Debian packages do first, then Hiwar, one process of
/// it for all parts. A package that is not installed is left out, and the page says so. A part that
/// fails says so on its sheet, and the next one is begun.
public final class CallsBench {
  private static final String MISSING = "not installed";

  private final CallsLength length;
  private final Map<CallsPart, Sheet> sheets = new EnumMap<>(CallsPart.class);

  public CallsBench(CallsLength length) {
    this.length = length;
  }

  public void wanted(CallsPart part, Sheet sheet) {
    sheets.put(part, sheet);
  }

  private interface Measuring {
    void run() throws Exception;
  }

  /// Whether all that was wanted was measured.
  public boolean run() throws IOException {
    var floors = new CallsFloors(length.ofFloors());
    var setUp = sheets.get(CallsPart.SET_UP);
    if (setUp != null) attempt(setUp, "sipp and Kamailio", () -> floors.setUp(setUp));
    var relay = sheets.get(CallsPart.RELAY);
    if (relay != null) attempt(relay, "rtpengine", () -> floors.relay(relay));
    try (var centre = new CallCentre(length.agents())) {
      var queue = new QueueBench(centre, length);
      queue.warmUp();
      for (var wanted : sheets.entrySet()) {
        var sheet = wanted.getValue();
        attempt(sheet, "Hiwar", () -> measure(wanted.getKey(), sheet, centre, floors.relayed()));
      }
    } catch (Exception e) {
      for (var sheet : sheets.values()) sheet.missing("Hiwar's start or end", e);
    }
    boolean whole = true;
    for (var sheet : sheets.values()) whole &= sheet.finish();
    return whole;
  }

  private static void attempt(Sheet sheet, String what, Measuring measuring) throws IOException {
    try {
      measuring.run();
    } catch (Exception e) {
      sheet.missing(what, e);
    }
  }

  private void measure(CallsPart part, Sheet sheet, CallCentre centre, Optional<Double> relayed)
      throws Exception {
    var queue = new QueueBench(centre, length);
    var relay = new RelayBench(centre, length, sheet);
    switch (part) {
      case SET_UP -> queue.setUp(sheet);
      case HAND_OFF -> queue.handOff(sheet);
      case RATE -> queue.highestRate(sheet);
      case RELAY -> relay.relay(relayed);
      case RECORDING -> relay.record();
    }
  }

  /// The versions of what is measured beside Hiwar, or that it is missing.
  public static Map<String, String> peers(CallsPart part) throws IOException {
    var programs =
        switch (part) {
          case SET_UP -> List.of("sipp", "kamailio");
          case RELAY -> List.of("rtpengine");
          case HAND_OFF, RATE, RECORDING -> List.<String>of();
        };
    var versions = new LinkedHashMap<String, String>();
    for (var program : programs) {
      var found = PeerProcess.found(program);
      versions.put(
          program,
          found.isEmpty()
              ? MISSING
              : PeerProcess.version(found.get(), program.equals("rtpengine") ? "--version" : "-v")
                  .replaceFirst("(?i)^(version:?|sipp) *(kamailio)? *", ""));
    }
    return versions;
  }
}
