package org.hiwar.campaign;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Settings as they are stored. A setting that is younger than the stored text has its usual value.
final class SettingsText {
  private final JsonMapper json;

  SettingsText(JsonMapper json) {
    this.json = json;
  }

  String of(CampaignSettings settings) {
    return json.writeValueAsString(settings);
  }

  CampaignSettings read(String text) {
    ObjectNode whole = json.valueToTree(CampaignSettings.USUAL);
    if (json.readTree(text) instanceof ObjectNode stored) whole.setAll(stored);
    return json.treeToValue(whole, CampaignSettings.class);
  }
}
