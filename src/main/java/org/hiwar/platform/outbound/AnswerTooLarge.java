package org.hiwar.platform.outbound;

import java.io.IOException;

/// An answer that is longer than whoever asked wants to have. Asked again, it would be as long.
public final class AnswerTooLarge extends IOException {
  public static final String CODE = "answer-too-large";
  private static final long serialVersionUID = 1;

  AnswerTooLarge(int most) {
    super("an answer of more than " + most + " B");
  }
}
