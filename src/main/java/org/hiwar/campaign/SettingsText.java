package org.hiwar.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Settings as they are stored. A setting that is younger than the stored text has its usual value.
/// They are read with every hand-out and change seldom: what a text says is remembered.
public final class SettingsText {
  private static final int MOST = 500;

  private final JsonMapper json;
  private final Map<String, CampaignSettings> known = new ConcurrentHashMap<>();

  public SettingsText(JsonMapper json) {
    this.json = json;
  }

  String of(CampaignSettings settings) {
    return json.writeValueAsString(settings);
  }

  public CampaignSettings read(String text) {
    var before = known.get(text);
    if (before != null) return before;
    var settings = parsed(text);
    if (known.size() >= MOST) known.clear();
    known.put(text, settings);
    return settings;
  }

  private CampaignSettings parsed(String text) {
    ObjectNode whole = json.valueToTree(CampaignSettings.USUAL);
    if (json.readTree(text) instanceof ObjectNode stored) whole.setAll(stored);
    return json.treeToValue(whole, CampaignSettings.class);
  }
}
