package org.hiwar.template;

import org.hiwar.conversation.ConversationLimits;

/// How much there may be of templates.
public final class TemplateLimits {
  /// Of a workspace.
  public static final int TEMPLATES = 500;

  public static final int NAME_CHARACTERS = 200;
  public static final int SHORTCUT_CHARACTERS = 32;
  /// Languages of one template.
  public static final int TEXTS = 20;

  public static final int LANGUAGE_CHARACTERS = 35;
  public static final int SUBJECT_CHARACTERS = 200;
  public static final int TEXT_CHARACTERS = ConversationLimits.MESSAGE_CHARACTERS;
  /// Channels, or services, that one template names.
  public static final int NAMED = 200;
  /// Variables and questions of one text.
  public static final int GAPS = 50;

  public static final int QUESTION_CHARACTERS = 60;
  /// Of how a text begins, in the list that agents choose from.
  public static final int BEGINNING_CHARACTERS = 120;
  /// Of a text, by which agents find it.
  public static final int SEARCHED_CHARACTERS = 1_000;

  private TemplateLimits() {}
}
