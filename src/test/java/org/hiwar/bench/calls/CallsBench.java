package org.hiwar.bench.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;

/// Everything that is measured of calls: what Debian packages do first, then Hiwar. A package that
/// is not installed is left out, and the page says so.
public final class CallsBench {
  static final String RELAYED = "CPU per relayed call-second";
  private static final String MISSING = "not installed";

  private CallsBench() {}

  public static List<Figure> run(CallsLength length) throws Exception {
    var floors = floors(length.ofFloors());
    var figures = new ArrayList<Figure>();
    try (var centre = new CallCentre(length.agents())) {
      figures.addAll(new QueueBench(centre, length).run());
      for (var figure : new RelayBench(centre, length).run())
        figures.add(figure.name().equals(RELAYED) ? aimed(figure, floors) : figure);
    }
    figures.addAll(floors);
    return figures;
  }

  private static List<Figure> floors(CallsLength length) throws Exception {
    var figures = new ArrayList<Figure>();
    var sipp = PeerProcess.found("sipp").orElse(null);
    var kamailio = PeerProcess.found("kamailio").orElse(null);
    var rtpengine = PeerProcess.found("rtpengine").orElse(null);
    if (sipp != null) {
      figures.addAll(SetUpFloor.sipp(sipp, length));
      figures.addAll(SetUpFloor.direct(sipp, length));
      if (kamailio != null) figures.addAll(SetUpFloor.kamailio(kamailio, sipp, length));
    }
    if (rtpengine != null) {
      figures.addAll(RtpengineFloor.run(rtpengine, length, true));
      figures.addAll(RtpengineFloor.run(rtpengine, length, false));
    }
    return figures;
  }

  /// No more than rtpengine needs for the same work: encrypted on one side.
  private static Figure aimed(Figure figure, List<Figure> floors) {
    return floors.stream()
        .filter(f -> f.name().equals(RELAYED) && "SRTP".equals(f.parameters().get("agents")))
        .findFirst()
        .map(floor -> figure.aimingAt(Aim.atMost(floor.median())))
        .orElse(figure);
  }

  /// The versions of what is measured beside Hiwar, or that it is missing.
  public static Map<String, String> peers() throws IOException {
    var versions = new LinkedHashMap<String, String>();
    for (var program : List.of("sipp", "kamailio", "rtpengine")) {
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
