package org.hiwar.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hiwar.chat.FromVisitor.Hello;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FromVisitorTest {
  @Test
  void theConversationOfAHelloMayBeAnyIdAndNothingElse() {
    assertThat(conversation("7")).isEqualTo(7);
    assertThat(conversation("123456789012345678")).isEqualTo(123456789012345678L);
    assertThat(conversation("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(conversation("9223372036854775808")).isNull();
    assertThat(conversation("99999999999999999999")).isNull();
    assertThat(conversation("-7")).isNull();
    assertThat(conversation("")).isNull();
  }

  private static @Nullable Long conversation(String id) {
    var read = FromVisitor.read("{\"type\":\"hello\",\"conversation\":\"" + id + "\"}");
    assertThat(read).containsInstanceOf(Hello.class);
    return ((Hello) read.orElseThrow()).conversation();
  }

  @Test
  void whatIsNoFrameIsNothing() {
    for (var frame :
        new String[] {"", "{", "[]", "{\"type\":7}", "{\"type\":\"gift\"}", "{\"type\":\"send\"}"})
      assertThat(FromVisitor.read(frame)).as(frame).isEqualTo(Optional.empty());
  }
}
