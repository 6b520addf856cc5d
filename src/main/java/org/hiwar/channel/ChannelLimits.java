package org.hiwar.channel;

import java.time.Duration;

/// How much there may be of what concerns channels.
public final class ChannelLimits {
  /// Of one item as it came: a mail with its attachments.
  public static final int ITEM_BYTES = 40 * 1024 * 1024;

  /// Of one webhook; the largest provider says that it sends 3 MB at most.
  public static final int WEBHOOK_BYTES = 4 * 1024 * 1024;

  public static final int EXTERNAL_ID_CHARACTERS = 500;
  public static final int ACCOUNTS = 200;
  public static final int NAME_CHARACTERS = 200;
  public static final int SETTING_CHARACTERS = 10_000;
  /// Of what the other side said, for experts.
  public static final int DETAIL_CHARACTERS = 1_000;
  /// Approved templates of one account, of which each language counts.
  public static final int APPROVED_TEMPLATES = 500;
  public static final int LANGUAGE_CHARACTERS = 35;
  public static final int TEMPLATE_NAME_CHARACTERS = 512;
  /// Of the text of an approved template, also when it is filled.
  public static final int TEMPLATE_CHARACTERS = 1_024;
  /// Of what stands above or below it.
  public static final int TEMPLATE_LINE_CHARACTERS = 60;
  /// Parameters of one approved template.
  public static final int PLACEHOLDERS = 20;
  /// Of bodies that are held in memory at once: those that wait to be stored, and those that are
  /// read.
  public static final long BYTES_AT_ONCE = 256L * 1024 * 1024;
  /// Of items that are stored by one transaction, where one may be larger, or are being taken in,
  /// with one more.
  public static final long BATCH_BYTES = 32L * 1024 * 1024;
  /// Items that are stored by one transaction, or are being taken in.
  public static final int BATCH = 500;
  /// How long a busy inbox gathers what comes in before it takes in the next; an idle one looks at
  /// once.
  public static final Duration GATHER = Duration.ofMillis(10);
  /// After so long at most it is noted that an item was taken in; sooner with the next look.
  public static final Duration NOTE_WITHIN = Duration.ofMillis(20);
  /// Items of one workspace that wait to be stored; beyond, providers are asked to come again.
  public static final int MAILBOX = 20_000;
  /// How often an item that cannot be taken in is tried before it is set aside, and how long news
  /// of a message is kept waiting that we do not know to have sent yet.
  public static final int ITEM_TRIES = 6;
  public static final Duration ITEM_PAUSE = Duration.ofSeconds(1);
  /// How long inbox and outbox rest, twice this at most, before they look whether something waits
  /// that nobody has told of.
  public static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  /// Messages of one account that are on their way at once.
  public static final int SENT_AT_ONCE = 16;
  /// How often a message is tried before it counts as failed; an agent may have it tried again.
  public static final int TRIES = 8;
  /// Between the first try and the second; each pause is twice the one before.
  public static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  private ChannelLimits() {}
}
