package org.hiwar.app.web;

import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Texts in the bodies of requests: none has what no database keeps. So no endpoint stores half a
/// character as a question mark, or fails where it might have refused.
final class StorableTexts extends StringDeserializer {
  private static final long serialVersionUID = 1;

  @Override
  public String deserialize(JsonParser from, DeserializationContext context) {
    var text = super.deserialize(from, context);
    if (text != null && !OneLine.isStorable(text))
      throw Refusal.invalid(
          "not-a-text",
          "A text has a character that cannot be kept: NUL, or half of one. Remove it.");
    return text;
  }
}
