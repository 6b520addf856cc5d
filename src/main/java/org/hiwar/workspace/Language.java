package org.hiwar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.hiwar.platform.Refusal;

/// A language that the screens speak; on the wire its tag (`ar`).
public enum Language {
  EN,
  AR;

  @JsonCreator
  public static Language of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findAny()
        .orElseThrow(() -> Refusal.invalid("language-unknown", "The screens speak en and ar. Choose one of them."));
  }

  @JsonValue
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
