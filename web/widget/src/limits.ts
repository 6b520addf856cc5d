/** Every limit and every delay of the widget in one place. Times are milliseconds. */
export const LIMITS = {
  /** Characters of one message, as the server counts them (UTF-16 units). */
  message: 4_000,
  /** The counter appears when fewer characters than this are left. */
  messageWarn: 400,
  name: 200,
  address: 254,
  /** Bytes of one file, and files of one message. */
  file: 25 * 1024 * 1024,
  files: 10,
  /** Pictures larger than this (bytes) are not fetched to be shown. */
  picture: 5 * 1024 * 1024,
  /** What a customer says of a chat beside the stars. */
  remark: 1_000,
  /** Unsent messages kept; beyond that the composer says why it does not send. */
  unsent: 50,
  /** Messages of the conversation kept for the next page load. */
  keptMessages: 200,
  /** A frame longer than this is not one of ours. */
  frame: 2_000_000,
} as const;

export const TIMES = {
  /** Waits between attempts to connect, each shortened or lengthened by a quarter at most, never over the last. */
  retry: [250, 500, 1_000, 2_000, 4_000, 5_000],
  /** From opening the socket to `welcome`. */
  welcome: 8_000,
  /** The server's heartbeat comes every 5 s; so long a silence means the line is dead. */
  silence: 12_000,
  /** A sent message without an answer for so long: the line is opened anew and the message sent again. */
  answer: 10_000,
  /** Another tab's unsent message is left to that tab for so long. */
  otherTab: 5_000,
  /** A lost line is spoken of only after this, so that a blink does not alarm. */
  lostShown: 1_200,
  typingShown: 5_000,
  typingSent: 3_000,
  /** An ended chat older than this is not shown again on the next page. */
  endedKept: 30 * 60_000,
  entryRetry: [1_000, 2_000, 5_000, 15_000, 60_000],
  entryAnswer: 10_000,
  /** For a file on its way up. */
  upload: 5 * 60_000,
  /** From a part of the widget that did not come to the next try. */
  moreRetry: 5_000,
  /** From the offer of a call to its sound; then the network is said to let none through. */
  callConnects: 15_000,
  /** From the server's farewell on the sound to its word why. */
  callEndSaid: 1_000,
  /** For so long it is said that a call has ended. */
  callEndShown: 5_000,
} as const;
