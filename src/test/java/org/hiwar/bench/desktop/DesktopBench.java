package org.hiwar.bench.desktop;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.OwnHiwar;
import org.hiwar.bench.Sheet;

/// Everything that is measured of the desktop, in Chromium beside one Hiwar in earnest. A part that
/// fails says so on its sheet, and the next one is begun.
public final class DesktopBench {
  /// What stands in the aims of the product: the first load, and what people take for smooth.
  private static final Map<String, Aim> AIMS =
      Map.of(
          "scripts until a log-in can be typed", Aim.atMost(300),
          "script of the widget", Aim.atMost(25),
          "frames left out", Aim.atMost(1),
          "from a key to its letter, p99", Aim.atMost(50),
          "from a click to the other conversation, p99", Aim.atMost(100),
          "heap, grown over the day", Aim.atMost(3));

  private final DesktopSize size;
  private final Map<DesktopPart, Sheet> sheets = new EnumMap<>(DesktopPart.class);

  public DesktopBench(DesktopSize size) {
    this.size = size;
  }

  public void wanted(DesktopPart part, Sheet sheet) {
    sheets.put(part, sheet);
  }

  /// Whether all that was wanted was measured.
  public boolean run() throws IOException {
    try (var hiwar = OwnHiwar.start()) {
      for (var wanted : sheets.entrySet()) measure(wanted.getKey(), wanted.getValue(), hiwar);
    } catch (Exception e) {
      for (var sheet : sheets.values()) sheet.missing("Hiwar's start or end", e);
    }
    boolean whole = true;
    for (var sheet : sheets.values()) whole &= sheet.finish();
    return whole;
  }

  private void measure(DesktopPart part, Sheet sheet, OwnHiwar hiwar) throws IOException {
    try {
      var scene =
          switch (part) {
            case OPENING, SCROLLING -> DesktopScene.busy(hiwar.database(), size);
            case DAY -> DesktopScene.idle(hiwar.database());
          };
      sheet.add(aimed(Browser.measure(part.name().toLowerCase(Locale.ROOT), given(hiwar, scene))));
    } catch (Exception e) {
      sheet.missing(part.name(), e);
      System.err.println("The server has said:\n" + hiwar.said());
    }
  }

  private Map<String, Object> given(OwnHiwar hiwar, DesktopScene scene) {
    var given = new HashMap<String, Object>();
    given.put("origin", hiwar.server().toString());
    given.put("workspace", scene.slug());
    given.put("entry", DesktopScene.ENTRY);
    given.put("cookie", scene.cookie());
    given.put("conversation", Long.toString(scene.longest()));
    given.put("messages", size.messages());
    given.put("conversations", size.conversations());
    given.put("day", size.day());
    given.put("each", size.each());
    given.put("rounds", size.rounds());
    return given;
  }

  private static List<Figure> aimed(List<Figure> figures) {
    return figures.stream()
        .map(one -> AIMS.containsKey(one.name()) ? one.aimingAt(AIMS.get(one.name())) : one)
        .toList();
  }
}
